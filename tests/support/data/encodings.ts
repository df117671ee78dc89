/** Text as bytes in encodings that Node only reads. */

/** 16-bit units with the lower or the higher byte first. */
export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++)
    bytes.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(bytes.buffer);
}

/** The one- and two-byte codes of GB 18030, found by asking the decoder; throws for characters that take four. */
export function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  const bytes = [...text].flatMap((one) => {
    const code = one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : codes.get(one);
    if (!code) throw new Error(`${one} takes four bytes in GB 18030`);
    return code;
  });
  return Uint8Array.from(bytes);
}
