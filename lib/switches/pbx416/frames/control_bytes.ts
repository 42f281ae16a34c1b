/** The control bytes of the wire (ASCII, ISO 646). */
export const STX = 0x02;
export const ETX = 0x03;
export const ACK = 0x06;
export const NAK = 0x15;

/** STX, LI, LI before MI and DATA; ETX and BCC behind them. */
export const HEAD_BYTES = 3;
export const FRAME_BYTES = 5;
