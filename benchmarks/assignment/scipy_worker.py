"""Runs SciPy on request: a line of JSON in, a line of JSON out."""
import json
import sys
import time

import numpy
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read_sparse(file, rows, per_row):
    with open(file, "rb") as source:
        starts = numpy.fromfile(source, dtype=numpy.int32, count=rows + 1)
        columns = numpy.fromfile(source, dtype=numpy.int32, count=rows * per_row)
        values = numpy.fromfile(source, dtype=numpy.float64)
    # A cost of 0 would count as no pair.
    return csr_matrix((values + 1, columns, starts))


def read_dense(file, request):
    cost = numpy.fromfile(file, dtype=numpy.float32).reshape(request["rows"], request["columns"])
    capacities = request["options"].get("capacities")
    return cost if capacities is None else numpy.repeat(cost, capacities, axis=1)


costs = []
solve = linear_sum_assignment
print(json.dumps({"ready": True, "version": scipy.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "files" in request:
        if "perRow" in request:
            solve = min_weight_full_bipartite_matching
            costs = [read_sparse(file, request["rows"], request["perRow"]) for file in request["files"]]
        else:
            costs = [read_dense(file, request) for file in request["files"]]
        print(json.dumps({"ready": True}), flush=True)
        continue
    start = time.perf_counter()
    for _ in range(request["repeat"]):
        answers = [solve(cost) for cost in costs]
    elapsed = (time.perf_counter() - start) * 1000 / request["repeat"] / len(costs)
    total = 0.0
    for cost, (rows, columns) in zip(costs, answers):
        chosen = numpy.asarray(cost[rows, columns], dtype=float).sum()
        total += float(chosen) - (len(rows) if solve is not linear_sum_assignment else 0)
    print(json.dumps({"milliseconds": elapsed, "cost": total}), flush=True)
