export const jobs = {
  "failure.too_large": "파일이 너무 큽니다. 최대 {limit}MB입니다.",
  "failure.old_excel": "1993년 이전 형식의 Excel 파일입니다. Excel에서 .xlsx로 저장해 주세요.",
  "failure.is_xlsb": "Excel 바이너리 통합 문서(.xlsb)입니다. Excel에서 열어 .xlsx로 저장해 주세요.",
  "failure.is_numbers":
    "Apple Numbers 문서입니다. Numbers에서 ‘파일 > 다음으로 내보내기 > Excel’로 저장해 주세요.",
  "failure.is_word": "워드 문서입니다. 표를 복사해 Excel에 붙여 넣고 .xlsx로 저장해 주세요.",
  "failure.is_slides":
    "프레젠테이션 파일입니다. 표를 복사해 Excel에 붙여 넣고 .xlsx로 저장해 주세요.",
  "failure.is_hwp":
    "한글 문서(.hwp, .hwpx)입니다. 표를 복사해 Excel에 붙여 넣고 .xlsx로 저장해 주세요.",
  "failure.is_mail": "메일 파일(.msg)입니다. 첨부된 파일을 따로 저장해 올려 주세요.",
  "failure.is_archive": "압축 파일입니다. 압축을 풀고 안에 든 파일을 올려 주세요.",
  "failure.is_pdf": "PDF 파일입니다. 표를 만든 프로그램에서 Excel이나 CSV로 내보내 올려 주세요.",
  "failure.is_image":
    "사진이나 그림 파일입니다. 표를 Excel에 옮겨 적거나 Excel로 내보내 올려 주세요.",
  "failure.is_video": "소리나 영상 파일입니다. Excel이나 CSV 파일을 올려 주세요.",
  "failure.is_database":
    "데이터베이스 파일입니다. 그 프로그램에서 고객 표를 Excel이나 CSV로 내보내 올려 주세요.",
  "failure.is_program": "실행 파일입니다. Excel이나 CSV 파일을 올려 주세요.",
  "failure.is_json": "JSON 파일입니다. 고객 목록을 Excel이나 CSV로 내보내 올려 주세요.",
  "failure.is_web_archive":
    "웹 보관 파일(.mht)이나 메일입니다. Excel에서 열어 .xlsx로 저장해 주세요.",
  "failure.is_calendar": "달력 파일(.ics)입니다. 고객 목록을 Excel이나 CSV로 내보내 올려 주세요.",
  "failure.is_sql":
    "데이터베이스 명령(SQL) 파일입니다. 고객 표를 Excel이나 CSV로 내보내 올려 주세요.",
  "failure.is_xml":
    "XML 파일입니다. 그 프로그램에서 Excel이나 CSV로 내보내거나, Excel에서 열어 .xlsx로 저장해 주세요.",
  "failure.broken_html":
    "웹 페이지(HTML) 파일이 손상되어 읽을 수 없습니다. Excel에서 열어 .xlsx로 저장해 주세요.",
  "failure.not_a_table": "Excel이나 CSV 파일이 아닙니다.",
  "failure.broken_excel":
    "Excel 파일이 손상되어 읽을 수 없습니다. Excel에서 열어 다시 저장해 주세요.",
  "failure.inflates":
    "압축을 풀면 너무 커지는 파일이라 읽지 않았습니다. 파일을 나누거나 CSV로 저장해 주세요.",
  "failure.excel_forged":
    "파일 안의 크기 정보가 실제와 다르거나 서로 겹쳐 있어 읽지 않았습니다. 믿을 수 있는 파일이면 Excel에서 열어 다시 저장해 주세요.",
  "failure.excel_encrypted": "암호가 걸린 파일입니다. Excel에서 암호 없이 .xlsx로 저장해 주세요.",
  "failure.excel_doctype":
    "Excel 파일에 필요 없는 선언(DOCTYPE)이 들어 있어 읽지 않았습니다. 믿을 수 있는 파일이면 Excel에서 열어 다시 저장해 주세요.",
  "failure.excel_parts":
    "파일의 구성 요소가 {limit}개를 넘어 읽지 않았습니다. 시트를 새 통합 문서에 복사해 주세요.",
  "failure.excel_texts":
    "서로 다른 텍스트가 {limit}개를 넘습니다. 파일을 나누거나 CSV로 저장해 주세요.",
  "failure.encoding": "글자 인코딩을 알 수 없습니다. UTF-8이나 Excel(.xlsx)로 저장해 주세요.",
  "failure.line_too_long":
    "{limit}행이 너무 깁니다. 줄이 나뉘어 있지 않거나 따옴표가 닫히지 않았습니다.",
  "failure.quote_open":
    "{limit}행에서 열린 따옴표가 닫히지 않았습니다. 그 행의 따옴표를 고쳐 다시 올려 주세요.",
  "failure.other_headings":
    "{limit}행에 다른 제목이 나옵니다. 서로 다른 목록을 이어 붙인 파일이니 나누어 올려 주세요.",
  "failure.too_many_rows":
    "행이 너무 많습니다. 한 번에 {limit}행까지 가져올 수 있으니 나누어 주세요.",
  "failure.too_many_columns": "열이 너무 많습니다. {limit}열까지 읽을 수 있습니다.",
  "failure.too_much_text":
    "모든 행의 글자를 합한 양이 너무 많습니다. 파일을 나누거나 필요 없는 열을 빼 주세요.",
  "failure.reader_time":
    "파일을 읽는 데 {limit}분이 넘게 걸려 중단했습니다. 파일을 나누거나 CSV로 저장해 주세요.",
  "failure.reader_memory":
    "파일을 읽는 데 메모리가 너무 많이 들어 중단했습니다. 파일을 나누거나 CSV로 저장해 주세요.",
  "failure.reader_died":
    "파일을 읽다가 중단되었습니다. Excel에서 열어 다시 저장하거나 CSV로 저장해 주세요.",
  "failure.no_such_sheet": "그 이름의 시트가 없거나 비어 있습니다.",
  "failure.only_hidden_sheets":
    "숨겨진 시트에만 행이 있어 읽지 않았습니다. Excel에서 시트 숨기기를 취소하고 저장해 주세요.",
  "failure.empty_ods": "OpenDocument 스프레드시트(.ods)인데 내용이 있는 시트가 없습니다.",
  "failure.no_rows": "제목 아래에 행이 없습니다.",
  "failure.no_writer":
    "상담 기록을 쓴 사람으로 남길 직원 계정이 없습니다. 먼저 직원을 등록해 주세요.",
  "failure.no_name_column": "이름, 회사, 고객ID 가운데 하나는 맞추어 주세요.",
  "failure.file_gone": "올린 파일이 없습니다. 다시 올려 주세요.",
  "failure.busy": "다른 가져오기가 진행 중입니다. 끝난 뒤에 다시 시도하세요.",
  "failure.cancelled": "취소되어 아무것도 저장되지 않았습니다.",
  "failure.interrupted": "서버가 꺼져 중단되었고, 아무것도 저장되지 않았습니다.",
  "failure.taken_back": "되돌렸습니다. 가져온 고객은 남아 있지 않습니다.",
  "failure.touched": "그사이 통화하거나 고친 고객이 {limit}명 있어 되돌릴 수 없습니다.",
  "failure.held": "다른 프로그램이 데이터베이스를 쓰고 있습니다.",
  "failure.disk": "서버의 디스크에 쓰거나 읽을 수 없습니다.",
  "failure.restored": "백업이 복원되어, 그때 남아 있던 작업은 다시 하지 않습니다.",
  "failure.failed":
    "서버에 문제가 생겨 아무것도 저장되지 않았습니다. 자세한 내용은 서버 기록에 있습니다.",

  "failure.read_only": "이 프로그램에는 읽기 전용인 폴더입니다.",
  "failure.unreadable": "파일이나 폴더를 읽거나 쓸 수 없습니다.",
  "failure.foreign": "Belltower의 백업이 아닙니다.",
  "failure.empty": "빈 파일입니다. 백업 파일을 다시 복사해 주세요.",
  "failure.log_alone":
    "데이터베이스가 아니라 그 옆에 있는 파일(-wal, -shm)입니다. 백업 파일이나 옆에 있던 .sqlite 파일을 골라 주세요.",
  "failure.not_closed":
    "열린 채로 복사된 데이터베이스입니다. belltower backup 으로 백업을 만들거나 서버를 끄고 다시 복사해 주세요.",
  "failure.log_missing": "옆에 있던 -wal 파일이 없어 최근 내용이 빠져 있을 수 있습니다.",
  "failure.packed": "압축된 파일입니다. 먼저 압축을 풀어 주세요.",
  "failure.truncated": "파일의 끝이 잘렸습니다. 온전한 파일을 다시 복사해 주세요.",
  "failure.tampered": "파일이 만들어진 뒤에 바뀌었습니다.",
  "failure.newer": "더 새로운 Belltower가 만든 백업입니다. 먼저 프로그램을 업데이트해 주세요.",
  "failure.passphrase_missing": "암호화된 백업입니다. 암호 문구를 적어 주세요.",
  "failure.passphrase_wrong": "이 백업의 암호 문구가 아닙니다.",
  "failure.damaged": "백업 안의 데이터베이스가 손상되었습니다.",
  "failure.schema":
    "백업 안의 데이터베이스가 Belltower가 만드는 것과 다르게 되어 있습니다. 복원하지 않습니다.",
  "failure.passphrase_lost":
    "이 서버에 백업 암호 문구가 없습니다. 아래에서 암호 문구를 다시 정해 주세요.",
  "failure.no_room": "디스크에 남은 공간이 모자랍니다.",
  "failure.in_use": "다른 프로그램이 데이터베이스를 쓰고 있습니다. 잠시 뒤에 다시 해 주세요.",

  "title.jobs": "작업",
  "jobs.intro":
    "화면과 따로 진행되는 일입니다. 서버가 꺼져도 남아 있고, 잠시 뒤 나아질 문제는 알아서 다시 시도합니다. 끝난 일은 {days}일 뒤에 지워집니다.",
  "jobs.show": "보기",
  "jobs.show_all": "전체",
  "jobs.show_unfinished": "진행·대기",
  "jobs.show_failed": "실패",
  "jobs.none": "작업이 없습니다",
  "jobs.none_next": "고객 가져오기나 백업을 시작하면 여기에 나옵니다.",
  "jobs.state_waiting": "대기",
  "jobs.state_again": "다시 시도 대기",
  "jobs.state_running": "진행 중",
  "jobs.state_done": "완료",
  "jobs.state_failed": "실패",
  "jobs.state_cancelled": "취소됨",
  "jobs.attempts": "{count}번 시도",
  "jobs.next": "다음 시도",
  "jobs.by_program": "서버가 시작",
  "jobs.by_console": "명령줄에서 시작",
  "jobs.cancel": "취소",
  "jobs.redo": "다시 시도",
  "jobs.older": "더 오래된 작업",
  "jobs.trouble": "실패하고 있습니다: {what}",
  "jobs.keepers": "서버가 되풀이하는 일",
  "jobs.keepers_intro": "실패하면 알아서 다시 시도하고, 까닭은 서버 기록에 남습니다.",
  "jobs.keeper_since": "실패 시작",
  "jobs.keeper_never": "아직 없음",
  "jobs.keeper_well": "정상",
  "jobs.keeper_fails": "실패",
  "jobs.kind_read_import": "가져올 파일 읽기",
  "jobs.kind_check_import": "가져오기 미리 보기",
  "jobs.kind_write_import": "고객 가져오기",
  "jobs.kind_undo_import": "가져오기 되돌리기",
  "jobs.kind_tidy_imports": "끝나지 않은 가져오기 정리",
  "jobs.kind_make_backup": "백업",
  "jobs.kind_check_restore": "복원할 백업 확인",

  // What the server does again and again by itself
  "keeper.health": "저장 가능 여부 확인",
  "keeper.space": "디스크 여유 공간 확인",
  "keeper.certificate": "인증서 갱신",
  "keeper.late_notes": "늦게 적는 기록",
  "keeper.jobs": "작업 시작과 재시도",
  "keeper.backups": "백업 일정",
  "keeper.reminders": "다시 전화 알림",
  "keeper.search": "검색 색인",
  "keeper.renames": "바뀐 이름을 옛 기록에 반영",
  "keeper.numbers": "적힌 번호 새로 읽기",
  "keeper.call_log": "통화기록 정리",
  "keeper.attachments": "지운 파일 비우기",
  "keeper.old_frames": "오래된 원시 프레임 삭제",
  "keeper.old_audit": "오래된 변경 이력 삭제",
  "keeper.old_agent_states": "오래된 상담 상태 삭제",
  "keeper.old_events": "오래된 변경 알림 삭제",
  "keeper.old_sessions": "끝난 로그인 삭제",
  "keeper.old_jobs": "오래된 작업 삭제",
} as const;
