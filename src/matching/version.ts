/** The library's version as it is written into every record; a test holds it to package.json. */
export const libraryVersion = '0.1.0';
