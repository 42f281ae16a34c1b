/*
 * Preloaded into a server (LD_PRELOAD): writes down, in the order in which they happened, all that it does to the
 * files below RECORD_FOLDER and all that it reads from and writes to the device RECORD_DEVICE. RECORD_LOG names the
 * file of the record, to which others may append records of their own. Its form is read by recording.ts.
 *
 * One lock is held over an operation and its record, so that the record's order is the truth.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

enum { NOTHING, A_FILE, A_FOLDER, A_DEVICE };
enum { MOST_DESCRIPTORS = 65536, MOST_PATH = 4096 };

static struct { char kind; char *path; } descriptors[MOST_DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *folder, *device;
static int record = -1;

__attribute__((constructor)) static void begin(void) {
  REAL(int, "open64", const char *, int, ...);
  folder = getenv("RECORD_FOLDER");
  device = getenv("RECORD_DEVICE");
  const char *file = getenv("RECORD_LOG");
  if (!folder || !file) return;
  record = real(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

struct head {
  uint8_t kind, unused[3];
  uint32_t path_length;
  uint64_t inode, offset;
  uint32_t data_length, unused_too;
};

static void note(char kind, const char *path, uint64_t inode, uint64_t offset, const void *data, size_t length) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  int before = errno;
  struct head head = {
    .kind = (uint8_t)kind, .path_length = path ? strlen(path) : 0, .inode = inode, .offset = offset,
    .data_length = (uint32_t)length,
  };
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path_length}, {(void *)data, length}};
  size_t whole = sizeof head + head.path_length + length;
  if (record >= 0 && real(record, parts, 3) != (ssize_t)whole) abort();
  errno = before;
}

static int inside(const char *path) {
  if (!folder || record < 0 || !path) return 0;
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == 0 || path[length] == '/');
}

static int is_device(const char *path) { return device && record >= 0 && path && strcmp(path, device) == 0; }

static int is_there(const char *path) {
  struct stat s;
  int before = errno, there = lstat(path, &s) == 0;
  errno = before;
  return there;
}

static uint64_t inode_of(int fd) {
  struct stat s;
  int before = errno, failed = fstat(fd, &s);
  errno = before;
  return failed ? 0 : s.st_ino;
}

static int kind_of(int fd) { return fd >= 0 && fd < MOST_DESCRIPTORS ? descriptors[fd].kind : NOTHING; }

static void opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= MOST_DESCRIPTORS) return;
  if (is_device(path)) {
    descriptors[fd].kind = A_DEVICE;
    note('V', path, 0, 0, NULL, 0);
    return;
  }
  if (!inside(path)) return;
  struct stat s;
  if (fstat(fd, &s)) return;
  descriptors[fd].kind = S_ISDIR(s.st_mode) ? A_FOLDER : A_FILE;
  descriptors[fd].path = strdup(path);
  if (S_ISDIR(s.st_mode)) return;
  note(was_there ? 'O' : 'C', path, s.st_ino, 0, NULL, 0);
  if (was_there && (flags & O_TRUNC)) note('T', NULL, s.st_ino, 0, NULL, 0);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    if (!inside(path) && !is_device(path)) return real(path, flags, mode); \
    pthread_mutex_lock(&lock); \
    int was_there = is_there(path), fd = real(path, flags, mode); \
    opened(fd, path, flags, was_there); \
    pthread_mutex_unlock(&lock); \
    return fd; \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int at, const char *path, int flags, ...) { \
    REAL(int, #name, int, const char *, int, ...); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    if (!inside(path)) return real(at, path, flags, mode); \
    pthread_mutex_lock(&lock); \
    int was_there = is_there(path), fd = real(at, path, flags, mode); \
    opened(fd, path, flags, was_there); \
    pthread_mutex_unlock(&lock); \
    return fd; \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (kind_of(fd) == NOTHING) return real(fd);
  pthread_mutex_lock(&lock);
  descriptors[fd].kind = NOTHING;
  free(descriptors[fd].path);
  descriptors[fd].path = NULL;
  int result = real(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

ssize_t read(int fd, void *into, size_t length) {
  REAL(ssize_t, "read", int, void *, size_t);
  if (kind_of(fd) != A_DEVICE) return real(fd, into, length);
  pthread_mutex_lock(&lock);
  ssize_t got = real(fd, into, length);
  if (got > 0) note('I', NULL, 0, 0, into, got);
  pthread_mutex_unlock(&lock);
  return got;
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int kind = kind_of(fd);
  if (kind != A_FILE && kind != A_DEVICE) return real(fd, data, length);
  pthread_mutex_lock(&lock);
  off64_t offset = kind == A_DEVICE ? 0 : lseek64(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  ssize_t written = real(fd, data, length);
  if (written > 0) note(kind == A_DEVICE ? 'A' : 'W', NULL, kind == A_FILE ? inode_of(fd) : 0, offset, data, written);
  pthread_mutex_unlock(&lock);
  return written;
}

#define PWRITE(name, offset_type) \
  ssize_t name(int fd, const void *data, size_t length, offset_type offset) { \
    REAL(ssize_t, #name, int, const void *, size_t, offset_type); \
    if (kind_of(fd) != A_FILE) return real(fd, data, length, offset); \
    pthread_mutex_lock(&lock); \
    ssize_t written = real(fd, data, length, offset); \
    if (written > 0) note('W', NULL, inode_of(fd), offset, data, written); \
    pthread_mutex_unlock(&lock); \
    return written; \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset_type) \
  int name(int fd, offset_type size) { \
    REAL(int, #name, int, offset_type); \
    if (kind_of(fd) != A_FILE) return real(fd, size); \
    pthread_mutex_lock(&lock); \
    int result = real(fd, size); \
    if (result == 0) note('T', NULL, inode_of(fd), size, NULL, 0); \
    pthread_mutex_unlock(&lock); \
    return result; \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name) \
  int name(int fd) { \
    REAL(int, #name, int); \
    int kind = kind_of(fd); \
    if (kind != A_FILE && kind != A_FOLDER) return real(fd); \
    pthread_mutex_lock(&lock); \
    int result = real(fd); \
    if (result == 0) note(kind == A_FILE ? 'S' : 'D', descriptors[fd].path, inode_of(fd), 0, NULL, 0); \
    else if (kind == A_FILE) note('X', NULL, inode_of(fd), 0, NULL, 0); \
    pthread_mutex_unlock(&lock); \
    return result; \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (!inside(from) && !inside(to)) return real(from, to);
  pthread_mutex_lock(&lock);
  int result = real(from, to);
  if (result == 0) note('R', from, 0, 0, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return result;
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (!inside(path)) return real(path);
  pthread_mutex_lock(&lock);
  int result = real(path);
  if (result == 0) note('U', path, 0, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}

/* Nothing here may come into a file unseen: whoever copies in the kernel, or writes several parts at once, is sent
 * to do it by reading and writing. */
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
  REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
  if (kind_of(out) == NOTHING) return real(in, in_at, out, out_at, length, flags);
  errno = ENOSYS;
  return -1;
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t length) {
  REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t);
  if (kind_of(out) != A_FILE) return real(out, in, offset, length);
  errno = ENOSYS;
  return -1;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (kind_of(fd) != A_FILE) return real(fd, parts, count);
  return count == 0 ? 0 : write(fd, parts[0].iov_base, parts[0].iov_len);
}

/* The program takes its functions for the device out of the C library by name: it finds those above first. */
void *dlopen(const char *name, int flags) {
  REAL(void *, "dlopen", const char *, int);
  Dl_info self;
  if (record >= 0 && name && strncmp(name, "libc.so", 7) == 0 && dladdr((void *)begin, &self)) {
    return real(self.dli_fname, flags);
  }
  return real(name, flags);
}
