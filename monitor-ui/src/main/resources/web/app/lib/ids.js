/** Compares row numbers, which come as text, because they may be too large for a JavaScript number. */
export const compareIds = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
