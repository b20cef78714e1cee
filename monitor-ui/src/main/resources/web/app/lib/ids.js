/** Row numbers come as text, since they may exceed what a JavaScript number holds. */
export const compareIds = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
