/**
 * What people choose and others try first, here and elsewhere: words, keys in a pattern, and Korean words typed
 * without switching the keyboard (`qlalfqjsgh` is 비밀번호). In small letters; digits and signs behind a word are
 * taken off before it is looked up.
 */
export const BAD_PASSWORDS: ReadonlySet<string> = new Set(
  `
    password passw0rd p@ssw0rd p@ssword admin administrator root master welcome letmein login
    belltower callcenter telephone korea seoul samsung iloveyou sunshine princess dragon monkey football baseball
    superman batman michael jennifer jordan hunter shadow secret service support office company changeme default
    qwerty qwer1234 qwer1234! qwert12345 1q2w3e4r 1q2w3e4r! 1q2w3e4r5t 1q2w3e4r5t! q1w2e3r4 q1w2e3r4! 1qaz2wsx
    1qaz2wsx3edc qaz1wsx2 qazwsxedc zxcvbnm zxcvasdf asdfghjkl asdf1234 asdfasdf asdfqwer qwerasdf zaq12wsx
    a1b2c3d4 abcd1234 abc12345 aa123456 aaa12345 a12345678 test1234 tester temp1234 temporary user1234
    12341234 123123123 11223344 112233445566 12121212 123454321 123456ab 1234qwer 1234asdf 12qwaszx
    dkssudgktpdy dkssud tkfkdgo tkfkdgody qlalfqjsgh rhksflwk ghkdlxld vnehfdl gksrnr eogksalsrnr
    비밀번호 관리자 안녕하세요 사랑해요 대한민국 상담원 whatever trustno1 starwars computer internet
  `.trim().split(/\s+/),
);
