/*
 * Preloaded into a server (LD_PRELOAD): spoils the disk below DISK_FOLDER in the way that the first byte of the file
 * DISK_FAULT says, from the next operation on:
 *
 *   o  nothing is spoilt
 *   f  full: ENOSPC for everything written, and no free space
 *   r  read-only, as after an error of the file system: EROFS for everything that changes something
 *   w  EIO for everything written
 *   s  EIO for every fsync; the writes before it seem to work
 *   i  EIO for everything read
 *   b  one bit is wrong in the middle of all that is written into a file whose name ends with .part
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

enum { MOST_DESCRIPTORS = 65536 };

static volatile const char *fault = "o";
static const char *folder;
enum { A_FILE = 1, A_PART };
/* Which descriptors are files of the folder. */
static char ours[MOST_DESCRIPTORS];

__attribute__((constructor)) static void begin(void) {
  REAL(int, "open64", const char *, int, ...);
  const char *control = getenv("DISK_FAULT");
  folder = getenv("DISK_FOLDER");
  if (!control || !folder) return;
  int fd = real(control, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  void *mapped = mmap(NULL, 1, PROT_READ, MAP_SHARED, fd, 0);
  if (mapped != MAP_FAILED) fault = mapped;
  close(fd);
}

static int inside(const char *path) {
  if (!folder || !path) return 0;
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == 0 || path[length] == '/');
}

static int is_ours(int fd) { return fd >= 0 && fd < MOST_DESCRIPTORS && ours[fd]; }

/* The error that a write meets now, 0 for none. */
static int on_write(void) {
  switch (*fault) {
    case 'f': return ENOSPC;
    case 'r': return EROFS;
    case 'w': return EIO;
    default: return 0;
  }
}

static int refuse(int error) {
  errno = error;
  return -1;
}

#define WHEN_CHANGED(condition) \
  if ((condition) && on_write()) return refuse(on_write())
/* Names can be changed where only what is written is refused. */
#define WHEN_READ_ONLY(condition) \
  if ((condition) && *fault == 'r') return refuse(EROFS)

static int opened(int fd, const char *path) {
  if (fd < 0 || fd >= MOST_DESCRIPTORS) return fd;
  size_t length = strlen(path);
  int is_part = length > 5 && strcmp(path + length - 5, ".part") == 0;
  ours[fd] = !inside(path) ? 0 : is_part ? A_PART : A_FILE;
  return fd;
}

static int changes(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)); }

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    MODE(flags) \
    WHEN_READ_ONLY(inside(path) && changes(flags)); \
    return opened(real(path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int at, const char *path, int flags, ...) { \
    REAL(int, #name, int, const char *, int, ...); \
    MODE(flags) \
    WHEN_READ_ONLY(inside(path) && changes(flags)); \
    return opened(real(at, path, flags, mode), path); \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < MOST_DESCRIPTORS) ours[fd] = 0;
  return real(fd);
}

#define READ(name, ...) \
  REAL(ssize_t, name, __VA_ARGS__); \
  if (is_ours(fd) && *fault == 'i') return refuse(EIO)

ssize_t read(int fd, void *into, size_t length) {
  READ("read", int, void *, size_t);
  return real(fd, into, length);
}

ssize_t pread(int fd, void *into, size_t length, off_t offset) {
  READ("pread", int, void *, size_t, off_t);
  return real(fd, into, length, offset);
}

ssize_t pread64(int fd, void *into, size_t length, off64_t offset) {
  READ("pread64", int, void *, size_t, off64_t);
  return real(fd, into, length, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  WHEN_CHANGED(is_ours(fd));
  if (*fault != 'b' || !is_ours(fd) || ours[fd] != A_PART || length == 0) return real(fd, data, length);
  char *spoilt = malloc(length);
  if (!spoilt) return refuse(ENOMEM);
  memcpy(spoilt, data, length);
  spoilt[length / 2] ^= 1;
  ssize_t written = real(fd, spoilt, length);
  free(spoilt);
  return written;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  WHEN_CHANGED(is_ours(fd));
  return real(fd, parts, count);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  WHEN_CHANGED(is_ours(fd));
  return real(fd, data, length, offset);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  WHEN_CHANGED(is_ours(fd));
  return real(fd, data, length, offset);
}

ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length, unsigned flags) {
  REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
  WHEN_CHANGED(is_ours(out));
  return real(in, in_at, out, out_at, length, flags);
}

int ftruncate(int fd, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  WHEN_CHANGED(is_ours(fd));
  return real(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  WHEN_CHANGED(is_ours(fd));
  return real(fd, size);
}

int fsync(int fd) {
  REAL(int, "fsync", int);
  if (is_ours(fd) && *fault == 's') return refuse(EIO);
  return real(fd);
}

int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  if (is_ours(fd) && *fault == 's') return refuse(EIO);
  return real(fd);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  WHEN_READ_ONLY(inside(from) || inside(to));
  return real(from, to);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  WHEN_READ_ONLY(inside(path));
  return real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  WHEN_READ_ONLY(inside(path));
  return real(path, mode);
}

#define FREE(name, type) \
  int name(const char *path, struct type *into) { \
    REAL(int, #name, const char *, struct type *); \
    int result = real(path, into); \
    if (result == 0 && inside(path) && *fault == 'f') into->f_bfree = into->f_bavail = 0; \
    return result; \
  }
FREE(statfs, statfs)
FREE(statfs64, statfs64)
FREE(statvfs, statvfs)
FREE(statvfs64, statvfs64)
