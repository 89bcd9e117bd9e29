"""Runs SciPy on request: a line of JSON in, a line of JSON out."""
import json
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

cost = None
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "file" in request:
        cost = numpy.fromfile(request["file"], dtype=numpy.float32)
        cost = cost.reshape(request["rows"], request["columns"])
        print(json.dumps({"ready": True}), flush=True)
        continue
    start = time.perf_counter()
    for _ in range(request["rounds"]):
        rows, columns = linear_sum_assignment(cost)
    elapsed = (time.perf_counter() - start) * 1000 / request["rounds"]
    total = float(cost[rows, columns].astype(float).sum())
    print(json.dumps({"milliseconds": elapsed, "cost": total}), flush=True)
