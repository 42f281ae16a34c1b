/**
 * What the database calls the line of a virtual PBX: the pseudo-terminal behind it has another path with every
 * start. No device of any system is called so.
 */
export const VIRTUAL_DEVICE = "virtual PBX";
