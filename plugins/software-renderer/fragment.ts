/**
 * One place on a surface, seen through one sample, as an array of numbers (fields of an object would be allocated one by
 * one): linear colour, unit vectors in the camera's space, and what the material says.
 */
export type Fragment = Float64Array;

export const size = 12;

export const red = 0;
export const green = 1;
export const blue = 2;
export const normalX = 3;
export const normalY = 4;
export const normalZ = 5;
/** The largest change of a component of the normal from one sample to the next. */
export const bend = 6;
/** Towards the viewer. */
export const viewX = 7;
export const viewY = 8;
export const viewZ = 9;
export const roughness = 10;
export const metalness = 11;
