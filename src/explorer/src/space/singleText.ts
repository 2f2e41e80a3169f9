/** Writes a number of single precision as .NET does: the fewest digits that read back to it, such as "0.429", "1" and "1.5E-05". */
export function singleText(value: number): string {
  const single = Math.fround(value);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) {
    digits++;
  }

  const [mantissa, exponent] = single.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  const isPlain = single === 0 || (power > -5 && power < 9);
  const sign = power < 0 ? "-" : "+";
  return isPlain ? String(Number(single.toPrecision(digits))) : `${mantissa}E${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}
