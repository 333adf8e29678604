/* Watches every write, truncation, sync and removal below one folder, in order, and can let one of
   them fail (trust.md 7.3). Loaded with LD_PRELOAD into the program as it is shipped.

   SHIM_TRACE names the file of the trace, SHIM_FOLDER the folder. One record is: a letter (write W,
   truncation T, sync S, removal U, renaming R, second name L, opening anew O, mark M), the length of
   the path, the path, a number (offset, length, or what was marked), the length of the data, the
   data. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int trace = -1;
static char folder[4096];
static long calls, fails_at, fails_with, fails_for_ever;

__attribute__((constructor)) static void begin(void) {
  const char *to = getenv("SHIM_TRACE"), *below = getenv("SHIM_FOLDER");
  if (below) snprintf(folder, sizeof folder, "%s", below);
  if (to && *to)
    trace = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Called from the program under attack: what is to happen, and how far it has come. */
void shim_watch(const char *below) { snprintf(folder, sizeof folder, "%s", below); }
void shim_arm(long at, long with, long for_ever) {
  calls = 0, fails_at = at, fails_with = with, fails_for_ever = for_ever;
}
long shim_calls(void) { return calls; }

static void put(char letter, const char *path, int64_t number, const void *data, uint64_t size) {
  if (trace < 0) return;
  uint32_t length = (uint32_t)strlen(path);
  struct iovec parts[6] = {{&letter, 1},      {&length, sizeof length}, {(void *)path, length},
                           {&number, sizeof number}, {&size, sizeof size}, {(void *)data, size}};
  syscall(SYS_writev, trace, parts, 6);
}

void shim_mark(long number) { put('M', "", number, "", 0); }

static int below_folder(const char *path) {
  size_t length = strlen(folder);
  return length && !strncmp(path, folder, length) && path[length] == '/';
}

static int watched(int fd, char *path) {
  char place[64];
  snprintf(place, sizeof place, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(place, path, 4095);
  if (length <= 0) return 0;
  path[length] = 0;
  return below_folder(path);
}

/* Whether this call is the one that fails; counts it. */
static int fails(void) {
  calls++;
  if (!fails_at || calls < fails_at || (calls > fails_at && !fails_for_ever)) return 0;
  errno = (int)fails_with;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRITES(name, offset_type)                                                          \
  ssize_t name(int fd, const void *data, size_t size, offset_type at) {                    \
    char path[4096];                                                                       \
    if (!watched(fd, path)) return REAL(name)(fd, data, size, at);                         \
    if (fails()) return -1;                                                                \
    ssize_t done = REAL(name)(fd, data, size, at);                                         \
    if (done > 0) put('W', path, (int64_t)at, data, (uint64_t)done);                       \
    return done;                                                                           \
  }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t size) {
  char path[4096];
  if (!watched(fd, path)) return REAL(write)(fd, data, size);
  if (fails()) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(write)(fd, data, size);
  if (done > 0) put('W', path, (int64_t)at, data, (uint64_t)done);
  return done;
}

#define TRUNCATES(name, offset_type)                                                       \
  int name(int fd, offset_type size) {                                                     \
    char path[4096];                                                                       \
    if (!watched(fd, path)) return REAL(name)(fd, size);                                   \
    if (fails()) return -1;                                                                \
    int done = REAL(name)(fd, size);                                                       \
    if (!done) put('T', path, (int64_t)size, "", 0);                                       \
    return done;                                                                           \
  }
TRUNCATES(ftruncate, off_t)
TRUNCATES(ftruncate64, off64_t)

#define SYNCS(name)                                                                        \
  int name(int fd) {                                                                       \
    char path[4096];                                                                       \
    if (!watched(fd, path)) return REAL(name)(fd);                                         \
    if (fails()) return -1;                                                                \
    int done = REAL(name)(fd);                                                             \
    if (!done) put('S', path, 0, "", 0);                                                   \
    return done;                                                                           \
  }
SYNCS(fsync)
SYNCS(fdatasync)

int unlink(const char *path) {
  if (!below_folder(path)) return REAL(unlink)(path);
  if (fails()) return -1;
  int done = REAL(unlink)(path);
  if (!done) put('U', path, 0, "", 0);
  return done;
}

int rename(const char *from, const char *to) {
  if (!below_folder(from)) return REAL(rename)(from, to);
  if (fails()) return -1;
  int done = REAL(rename)(from, to);
  if (!done) put('R', from, 0, to, strlen(to));
  return done;
}

int link(const char *from, const char *to) {
  if (!below_folder(from)) return REAL(link)(from, to);
  if (fails()) return -1;
  int done = REAL(link)(from, to);
  if (!done) put('L', from, 0, to, strlen(to));
  return done;
}

#define OPENS(name)                                                                        \
  int name(const char *path, int flags, ...) {                                             \
    mode_t mode = 0;                                                                       \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                   \
      va_list more;                                                                        \
      va_start(more, flags);                                                               \
      mode = va_arg(more, mode_t);                                                         \
      va_end(more);                                                                        \
    }                                                                                      \
    int fd = REAL(name)(path, flags, mode);                                                \
    if (fd >= 0 && flags & (O_CREAT | O_TRUNC) && below_folder(path))                      \
      put('O', path, flags & O_TRUNC ? 1 : 0, "", 0);                                      \
    return fd;                                                                             \
  }
OPENS(open)
OPENS(open64)
