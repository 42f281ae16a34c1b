/** Whether `text` can be a login: 1 to 64 characters without spaces or control characters. */
export function isLoginName(text: string): boolean {
  return /^[^\s\p{C}]{1,64}$/u.test(text);
}
