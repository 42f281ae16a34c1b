export const errors = {
  "title.error": "오류",

  "error.not_found_title": "없는 페이지입니다",
  "error.not_found": "주소가 바뀌었거나 지워진 페이지입니다. 처음 화면에서 다시 찾아 주세요.",
  "error.forbidden_title": "볼 수 없는 페이지입니다",
  "error.forbidden": "이 일을 할 권한이 없습니다. 필요하면 관리자에게 말씀해 주세요.",
  "error.host":
    "이 서버는 이 이름으로는 응답하지 않습니다. 서버 컴퓨터의 이름이나 주소로 여십시오. " +
    "다른 이름은 서버 관리자가 --public-url 옵션으로 허용할 수 있습니다.",
  "error.origin_title": "요청을 받아들이지 않았습니다",
  "error.origin":
    "다른 사이트에서 온 요청은 처리하지 않습니다. 이 프로그램의 화면에서 다시 해 주세요.",
  "error.bad_request_title": "알아들을 수 없는 요청입니다",
  "error.bad_request": "보낸 내용을 읽을 수 없습니다. 화면을 새로 고친 뒤 다시 해 주세요.",
  "error.too_large_title": "내용이 너무 큽니다",
  "error.too_large": "보낸 내용이 {kilobytes}KB를 넘습니다. 나누어 저장해 주세요.",
  "error.too_long_title": "주소가 너무 깁니다",
  "error.too_long": "주소나 브라우저가 함께 보낸 내용이 이 프로그램이 쓰는 것보다 깁니다.",
  "error.too_slow_title": "너무 오래 걸렸습니다",
  "error.too_slow": "내용이 너무 느리게 들어왔습니다. 네트워크를 확인하고 다시 해 주세요.",
  "error.quota_title": "오늘은 더 올릴 수 없습니다",
  "error.quota":
    "한 사람이 하루에 {quota}까지 올릴 수 있습니다. 내일 다시 올리거나 관리자에게 한도를 늘려 달라고 말씀해 주세요.",
  "error.written_title": "오늘은 더 저장할 수 없습니다",
  "error.written":
    "계정 하나가 하루에 늘릴 수 있는 데이터는 {quota}까지인데 이 계정이 모두 썼습니다. 저장되지 않았습니다. 내일 다시 저장하거나 관리자에게 한도(설정, 첨부 파일)를 늘려 달라고 말씀해 주세요.",
  "error.no_room_title": "서버 디스크에 자리가 없습니다",
  "error.no_room":
    "서버 디스크의 남은 자리가 {reserve}보다 적어 파일을 받지 않습니다. 통화와 상담 내용은 그대로 저장됩니다. 관리자에게 알려 주세요.",
  "error.busy_title": "잠시 뒤에 다시 해 주세요",
  "error.busy": "연결이 너무 많습니다. 쓰지 않는 창을 닫고 다시 해 주세요.",
  "error.transfers":
    "한꺼번에 보내거나 받는 파일이 너무 많습니다. 그중 하나가 끝난 뒤에 다시 해 주세요.",
  "error.forms":
    "한꺼번에 보내고 있는 양식이 너무 많습니다. 저장되지 않았지만 입력한 내용은 그 창에 그대로 있습니다. 뒤로 돌아가 잠시 뒤 다시 해 주세요.",
  "error.held_title": "저장하지 못했습니다",
  "error.held":
    "다른 프로그램이 데이터베이스를 쓰고 있습니다. 아무것도 저장되지 않았지만 입력한 내용은 그대로 있습니다. 잠시 뒤 다시 해 주세요.",
  "error.full_title": "저장하지 못했습니다",
  "error.full":
    "서버 디스크가 가득 찼습니다. 아무것도 저장되지 않았지만 입력한 내용은 그대로 있습니다. 관리자에게 알리고, 자리가 생기면 다시 해 주세요.",
  "error.disk_title": "서버 디스크를 쓸 수 없습니다",
  "error.disk":
    "서버 디스크를 읽거나 쓸 수 없습니다. 아무것도 저장되지 않았지만 입력한 내용은 그대로 있습니다. 관리자에게 알리고 잠시 뒤 다시 해 주세요.",
  "error.refused_title": "지금은 할 수 없습니다",
  "error.held_unkept": "다른 프로그램이 데이터베이스를 쓰고 있습니다. 잠시 뒤 다시 해 주세요.",
  "error.full_unkept":
    "서버 디스크가 가득 찼습니다. 관리자에게 알리고, 자리가 생기면 다시 해 주세요.",
  "error.disk_unkept":
    "서버 디스크를 읽거나 쓸 수 없습니다. 관리자에게 알리고 잠시 뒤 다시 해 주세요.",
  "error.again": "다시 저장",
  "error.gone_title": "데이터가 제자리에 없습니다",
  "error.gone":
    "열려 있던 데이터베이스 파일이 지워졌거나 바뀌었습니다. 지금은 아무것도 저장되지 않습니다. 관리자에게 알려 주세요.",
  "error.failed_title": "처리하지 못했습니다",
  "error.failed":
    "서버에 문제가 생겼습니다. 다시 해도 같으면 관리자에게 번호 {reference}를 알려 주세요.",

  "error.home": "처음 화면으로",

  "error.wall_ended": "이 벽 화면의 링크는 끝났습니다. 관리자에게 새 링크를 받아 주세요.",

  "error.https_only_title": "HTTPS로 연결해 주세요",
  "error.https_only":
    "이 주소에서는 네트워크의 다른 사람이 내용을 볼 수 있어서 받지 않습니다. 주소를 https://로 열어 주세요.",
} as const;
