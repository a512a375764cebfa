/** Folder with recorded data, or undefined where NEUROID_DATA does not name one. */
export const dataFolder = process.env.NEUROID_DATA;

if (!dataFolder) console.log('NEUROID_DATA names no folder: the tests on recorded data are skipped.');
