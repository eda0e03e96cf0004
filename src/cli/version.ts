/** Of the program; part of every record. */
export const VERSION = '1.0.0';
