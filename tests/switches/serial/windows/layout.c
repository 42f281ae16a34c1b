/*
 * What the real headers say, for layout_test.ts to compare with lib/switches/serial/windows. Nothing of this runs: the
 * test compiles it for Windows and reads the rows from the section ".layout" of the object file.
 */
#include <stddef.h>
#include <stdint.h>
#include <windows.h>
#include <setupapi.h>
#include <winternl.h>

/* 96 bytes, so that the compiler, which aligns to 32, leaves no gaps between them. */
struct row {
  char name[64];
  union {
    int64_t value;
    DCB dcb;
    GUID guid;
    char room[32];
  };
};

#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define ROW(text, ...) \
  __attribute__((section(".layout"), used)) static const struct row JOIN(row_, __COUNTER__) = {text, __VA_ARGS__};

#define CONSTANT(name) ROW(#name, .value = (int64_t)(name))
#define SIZE(type) ROW(#type ".size", .value = sizeof(type))
#define FIELD(type, field) ROW(#type "." #field, .value = offsetof(type, field))
/* A bit-field has no offset: the row holds a DCB in which only this field is set, to all ones. */
#define FLAG(field, ones) ROW("DCB_FLAGS." #field, .dcb = {.field = ones})

/* A row only where the function has exactly these types: the sizes of the result and the parameters, 4 bits each. */
#define FUNCTION(name, result, ...) \
  _Static_assert(__builtin_types_compatible_p(__typeof__(name), result WINAPI(__VA_ARGS__)), #name); \
  ROW(#name "()", .value = sizeof(result) | SIZES(__VA_ARGS__) << 4)
#define SIZES(...) SIZES_OF(__VA_ARGS__, void_, void_, void_, void_, void_, void_, void_, void_)
#define SIZES_OF(a, b, c, d, e, f, g, h, ...) \
  (BITS(a, 0) | BITS(b, 1) | BITS(c, 2) | BITS(d, 3) | BITS(e, 4) | BITS(f, 5) | BITS(g, 6) | BITS(h, 7))
#define BITS(type, place) ((int64_t)(sizeof(type) & 15) << (place * 4))
typedef struct { char nothing[16]; } void_;

/* The header of the device classes lists each in this form. */
#undef DEFINE_GUID
#define DEFINE_GUID(name, ...) ROW(#name, .guid = GUID_OF(__VA_ARGS__))
#define GUID_OF(l, w1, w2, ...) {l, w1, w2, {__VA_ARGS__}}
#include <devguid.h>

SIZE(DCB)
FIELD(DCB, DCBlength)
FIELD(DCB, BaudRate)
FIELD(DCB, XonLim)
FIELD(DCB, XoffLim)
FIELD(DCB, ByteSize)
FIELD(DCB, Parity)
FIELD(DCB, StopBits)
FIELD(DCB, XonChar)
FIELD(DCB, XoffChar)
FIELD(DCB, ErrorChar)
FLAG(fBinary, 1)
FLAG(fParity, 1)
FLAG(fOutxCtsFlow, 1)
FLAG(fOutxDsrFlow, 1)
FLAG(fDtrControl, 3)
FLAG(fDsrSensitivity, 1)
FLAG(fTXContinueOnXoff, 1)
FLAG(fOutX, 1)
FLAG(fInX, 1)
FLAG(fErrorChar, 1)
FLAG(fNull, 1)
FLAG(fRtsControl, 3)
FLAG(fAbortOnError, 1)

SIZE(COMMTIMEOUTS)
FIELD(COMMTIMEOUTS, ReadIntervalTimeout)
FIELD(COMMTIMEOUTS, ReadTotalTimeoutMultiplier)
FIELD(COMMTIMEOUTS, ReadTotalTimeoutConstant)
FIELD(COMMTIMEOUTS, WriteTotalTimeoutMultiplier)
FIELD(COMMTIMEOUTS, WriteTotalTimeoutConstant)

SIZE(COMSTAT)
FIELD(COMSTAT, cbInQue)
FIELD(COMSTAT, cbOutQue)

SIZE(OVERLAPPED)
FIELD(OVERLAPPED, Internal)
FIELD(OVERLAPPED, InternalHigh)
FIELD(OVERLAPPED, hEvent)

SIZE(SP_DEVINFO_DATA)
FIELD(SP_DEVINFO_DATA, cbSize)

CONSTANT(GENERIC_READ)
CONSTANT(GENERIC_WRITE)
CONSTANT(OPEN_EXISTING)
CONSTANT(FILE_FLAG_OVERLAPPED)
CONSTANT(INVALID_HANDLE_VALUE)
CONSTANT(MEM_COMMIT)
CONSTANT(MEM_RESERVE)
CONSTANT(MEM_RELEASE)
CONSTANT(PAGE_READWRITE)
CONSTANT(WAIT_OBJECT_0)
CONSTANT(STATUS_PENDING)
CONSTANT(NOPARITY)
CONSTANT(ODDPARITY)
CONSTANT(EVENPARITY)
CONSTANT(ONESTOPBIT)
CONSTANT(TWOSTOPBITS)
CONSTANT(DTR_CONTROL_ENABLE)
CONSTANT(RTS_CONTROL_ENABLE)
CONSTANT(MAXDWORD)
CONSTANT(PURGE_TXABORT)
CONSTANT(PURGE_RXABORT)
CONSTANT(PURGE_TXCLEAR)
CONSTANT(PURGE_RXCLEAR)
CONSTANT(SETRTS)
CONSTANT(CLRRTS)
CONSTANT(SETDTR)
CONSTANT(CLRDTR)
CONSTANT(MS_CTS_ON)
CONSTANT(MS_DSR_ON)
CONSTANT(MS_RLSD_ON)
CONSTANT(HKEY_LOCAL_MACHINE)
CONSTANT(KEY_QUERY_VALUE)
CONSTANT(REG_SZ)
CONSTANT(DIGCF_PRESENT)
CONSTANT(SPDRP_DEVICEDESC)
CONSTANT(SPDRP_FRIENDLYNAME)
CONSTANT(DICS_FLAG_GLOBAL)
CONSTANT(DIREG_DEV)

CONSTANT(ERROR_INVALID_FUNCTION)
CONSTANT(ERROR_FILE_NOT_FOUND)
CONSTANT(ERROR_PATH_NOT_FOUND)
CONSTANT(ERROR_ACCESS_DENIED)
CONSTANT(ERROR_INVALID_HANDLE)
CONSTANT(ERROR_BAD_COMMAND)
CONSTANT(ERROR_GEN_FAILURE)
CONSTANT(ERROR_SHARING_VIOLATION)
CONSTANT(ERROR_NOT_SUPPORTED)
CONSTANT(ERROR_DEV_NOT_EXIST)
CONSTANT(ERROR_INVALID_PARAMETER)
CONSTANT(ERROR_BROKEN_PIPE)
CONSTANT(ERROR_SEM_TIMEOUT)
CONSTANT(ERROR_INVALID_NAME)
CONSTANT(ERROR_BAD_PATHNAME)
CONSTANT(ERROR_BUSY)
#ifdef ERROR_NO_SUCH_DEVICE /* It is in the headers of Windows 10 and of mingw-w64 11. */
CONSTANT(ERROR_NO_SUCH_DEVICE)
#endif
CONSTANT(ERROR_OPERATION_ABORTED)
CONSTANT(ERROR_IO_PENDING)
CONSTANT(ERROR_IO_DEVICE)
CONSTANT(ERROR_DEVICE_NOT_CONNECTED)
CONSTANT(ERROR_NOT_FOUND)
CONSTANT(ERROR_INTERNAL_ERROR)
CONSTANT(ERROR_DEVICE_REMOVED)

FUNCTION(CreateFileW, HANDLE, LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE)
FUNCTION(CloseHandle, WINBOOL, HANDLE)
FUNCTION(ReadFile, WINBOOL, HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED)
FUNCTION(WriteFile, WINBOOL, HANDLE, LPCVOID, DWORD, LPDWORD, LPOVERLAPPED)
FUNCTION(CancelIoEx, WINBOOL, HANDLE, LPOVERLAPPED)
FUNCTION(CreateEventW, HANDLE, LPSECURITY_ATTRIBUTES, WINBOOL, WINBOOL, LPCWSTR)
FUNCTION(WaitForSingleObject, DWORD, HANDLE, DWORD)
FUNCTION(VirtualAlloc, LPVOID, LPVOID, SIZE_T, DWORD, DWORD)
FUNCTION(VirtualFree, WINBOOL, LPVOID, SIZE_T, DWORD)
FUNCTION(GetCommState, WINBOOL, HANDLE, LPDCB)
FUNCTION(SetCommState, WINBOOL, HANDLE, LPDCB)
FUNCTION(SetCommTimeouts, WINBOOL, HANDLE, LPCOMMTIMEOUTS)
FUNCTION(EscapeCommFunction, WINBOOL, HANDLE, DWORD)
FUNCTION(GetCommModemStatus, WINBOOL, HANDLE, LPDWORD)
FUNCTION(PurgeComm, WINBOOL, HANDLE, DWORD)
FUNCTION(ClearCommError, WINBOOL, HANDLE, LPDWORD, LPCOMSTAT)
FUNCTION(RtlNtStatusToDosError, ULONG, NTSTATUS)
FUNCTION(RegOpenKeyExW, LONG, HKEY, LPCWSTR, DWORD, REGSAM, PHKEY)
FUNCTION(RegEnumValueW, LONG, HKEY, DWORD, LPWSTR, LPDWORD, LPDWORD, LPDWORD, LPBYTE, LPDWORD)
FUNCTION(RegQueryValueExW, LONG, HKEY, LPCWSTR, LPDWORD, LPDWORD, LPBYTE, LPDWORD)
FUNCTION(RegCloseKey, LONG, HKEY)
FUNCTION(SetupDiGetClassDevsW, HDEVINFO, CONST GUID *, PCWSTR, HWND, DWORD)
FUNCTION(SetupDiEnumDeviceInfo, WINBOOL, HDEVINFO, DWORD, PSP_DEVINFO_DATA)
FUNCTION(SetupDiGetDeviceRegistryPropertyW, WINBOOL, HDEVINFO, PSP_DEVINFO_DATA, DWORD, PDWORD, PBYTE, DWORD, PDWORD)
FUNCTION(SetupDiOpenDevRegKey, HKEY, HDEVINFO, PSP_DEVINFO_DATA, DWORD, DWORD, DWORD, REGSAM)
FUNCTION(SetupDiDestroyDeviceInfoList, WINBOOL, HDEVINFO)
/* GetLastError() takes nothing, which the macro above has no form for. */
_Static_assert(__builtin_types_compatible_p(__typeof__(GetLastError), DWORD WINAPI(VOID)), "GetLastError");
ROW("GetLastError()", .value = sizeof(DWORD))
