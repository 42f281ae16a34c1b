const NOTHING =
  /^(?:[-.·~\/_?*\s]*|0+(?:[-.\s/]0+)*|[([]?(?:없음|없슴|없다|무|無|미등록|미상|모름|불명|해당 ?없음|none|no|null|\\n|nil|x|n\/?a|#n\/a)[)\]]?)$/i;

/** Whether a cell has what people and programs write where others leave it blank: `-`, `없음`, `N/A`, `0000-00-00`. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}
