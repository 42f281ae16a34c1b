export const trust = {
  "title.trust": "안전한 연결",
  "trust.title": "이 서버에 안전하게 연결하기",
  "trust.none": "이 서버에는 HTTPS가 켜져 있지 않습니다. 관리자에게 물어보세요.",
  "trust.not_needed": "이 서버의 인증서는 브라우저가 이미 믿습니다. 따로 할 일이 없습니다.",
  "trust.why":
    "Belltower는 사무실 밖의 도움 없이 스스로 인증서를 만듭니다. 기기마다 한 번만 아래 인증 기관을 등록하면, 브라우저가 경고 없이 이 서버를 알아보고 아무도 통신을 엿보거나 바꿀 수 없습니다.",
  "trust.get": "인증서 받기",
  "trust.download": "belltower-ca.crt 받기",
  "trust.name": "이름",
  "trust.compare":
    "등록하기 전에 지문이 같은지 견주어 보세요. 관리자는 서버 컴퓨터에서 이 페이지를 열어 확인할 수 있습니다.",
  "trust.install": "기기에 등록하기",
  "trust.go_on": "안전한 주소로 열기",
  "trust.go": "HTTPS로 계속",
  "trust.windows": "Windows (Chrome, Edge, Whale)",
  "trust.windows_1":
    "받은 파일을 열고 ‘인증서 설치…’를 누른 다음 ‘로컬 컴퓨터’를 고릅니다. 관리자 권한이 없으면 ‘현재 사용자’를 고릅니다.",
  "trust.windows_2":
    "‘모든 인증서를 다음 저장소에 저장’을 고르고 ‘찾아보기…’에서 ‘신뢰할 수 있는 루트 인증 기관’을 고릅니다.",
  "trust.windows_3":
    "‘마침’을 누릅니다. 보안 경고가 나오면 지문(SHA-1)을 견주어 보고 ‘예’를 누릅니다. 브라우저를 모두 닫았다가 다시 엽니다.",
  "trust.macos": "macOS (Safari, Chrome)",
  "trust.macos_1": "받은 파일을 열면 ‘키체인 접근’이 나옵니다. ‘시스템’ 키체인에 추가합니다.",
  "trust.macos_2": "목록에서 위 이름의 인증서를 두 번 누르고 ‘신뢰’를 펼칩니다.",
  "trust.macos_3": "‘이 인증서 사용 시’를 ‘항상 신뢰’로 바꾸고 창을 닫은 다음 암호를 넣습니다.",
  "trust.android": "Android (Chrome, 삼성 인터넷)",
  "trust.android_1": "위에서 인증서를 받습니다.",
  "trust.android_2":
    "설정에서 ‘CA 인증서’를 찾아 엽니다. 보통 ‘보안’ → ‘기타 보안 설정’ → ‘디바이스 저장공간에서 설치’에 있습니다.",
  "trust.android_3":
    "‘설치’를 누르고 받은 파일을 고릅니다. 화면 잠금이 없으면 먼저 정하라고 합니다.",
  "trust.ios": "iPhone, iPad (Safari)",
  "trust.ios_1": "Safari로 이 페이지를 열어 인증서를 받고 ‘허용’을 누릅니다.",
  "trust.ios_2": "설정 → ‘프로파일이 다운로드됨’ → ‘설치’를 누릅니다.",
  "trust.ios_3": "설정 → 일반 → 정보 → ‘인증서 신뢰 설정’에서 위 이름의 인증서를 켭니다.",
  "trust.firefox": "Firefox",
  "trust.firefox_1":
    "Windows와 macOS에서는 위와 같이 기기에 등록하면 됩니다. 그 밖에는 설정 → ‘개인 정보 및 보안’ → ‘인증서 보기…’를 엽니다.",
  "trust.firefox_2": "‘인증 기관’ 탭에서 ‘가져오기…’를 누르고 받은 파일을 고릅니다.",
  "trust.firefox_3": "‘이 인증 기관이 웹 사이트를 식별하는 것을 신뢰’를 켜고 확인을 누릅니다.",
  "trust.linux": "Linux (Chrome, Chromium)",
  "trust.linux_1": "설정 → ‘개인 정보 보호 및 보안’ → ‘보안’ → ‘인증서 관리’를 엽니다.",
  "trust.linux_2":
    "‘사용자가 설치함’ 또는 ‘인증 기관’에서 ‘가져오기’를 누르고 받은 파일을 고릅니다.",
  "trust.linux_3": "‘웹사이트를 식별하기 위해 이 인증서를 신뢰’를 켜고 확인을 누릅니다.",
  "trust.means_title": "등록한다는 것은",
  "trust.means":
    "이 기기가 이 서버의 인증 기관을 믿게 됩니다. 인증 기관은 사무실 안의 이름과 주소에만 인증서를 내줄 수 있게 묶여 있어서, 은행이나 포털 같은 인터넷 사이트를 흉내 내는 데에는 쓰이지 못합니다. 열쇠는 서버의 데이터 폴더에만 있습니다.",
  "trust.means_end":
    "{year}년까지 쓸 수 있습니다. 서버를 더 쓰지 않게 되면 등록한 인증서를 기기에서 지우세요.",
} as const;
