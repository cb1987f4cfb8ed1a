// Makes one kind of system call fail in a program that is started with this library before all others.
//
// FATHOM_FAULT is "CALL K HOW ERRNO": the K-th such call on something below FATHOM_FAULT_BELOW fails with this
// number, `once` or from then on for `ever`; `short` writes or reads one byte of what was asked. The file
// FATHOM_FAULT_MARK is made when it has come so far.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct fault {
  char call[16], how[8];
  int at, code;
  const char *below;
} fault;

static atomic_int calls;

__attribute__((constructor)) static void begin(void) {
  const char *wanted = getenv("FATHOM_FAULT"), *below = getenv("FATHOM_FAULT_BELOW");
  if (!wanted || !below) return;
  if (sscanf(wanted, "%15s %d %7s %d", fault.call, &fault.at, fault.how, &fault.code) == 4)
    fault.below = below;
}

static bool is_below(const char *path) {
  return path && fault.below && strncmp(path, fault.below, strlen(fault.below)) == 0;
}

static bool descriptor_is_below(int descriptor) {
  char link[32], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, path, sizeof path - 1);
  if (count < 0) return false;
  path[count] = 0;
  return is_below(path);
}

// Leaves a sign that a call has failed, past the functions below.
static void mark(void) {
  const char *path = getenv("FATHOM_FAULT_MARK");
  if (!path) return;
  long descriptor = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600);
  if (descriptor >= 0) syscall(SYS_close, descriptor);
}

// Whether this call is the one; counts it.
static bool is_turn(const char *call, bool is_ours) {
  if (!is_ours || strcmp(call, fault.call) != 0) return false;
  int number = atomic_fetch_add(&calls, 1) + 1;
  bool is_it = strcmp(fault.how, "ever") == 0 ? number >= fault.at : number == fault.at;
  if (is_it && number == fault.at) mark();
  return is_it;
}

static bool is_short(void) { return strcmp(fault.how, "short") == 0; }

static int failed(void) {
  errno = fault.code;
  return -1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t count) {
  bool is_mine = fault.below && is_turn("write", descriptor_is_below(descriptor));
  if (is_mine && !is_short()) return failed();
  return REAL(write)(descriptor, bytes, is_mine && count > 1 ? 1 : count);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  bool is_mine = fault.below && is_turn("read", descriptor_is_below(descriptor));
  if (is_mine && !is_short()) return failed();
  return REAL(read)(descriptor, bytes, is_mine && count > 1 ? 1 : count);
}

static int opened(const char *name, const char *path, int flags, va_list rest) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  if (is_turn("open", is_below(path))) return failed();
  int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
  return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int descriptor = opened("open", path, flags, rest);
  va_end(rest);
  return descriptor;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int descriptor = opened("open64", path, flags, rest);
  va_end(rest);
  return descriptor;
}

// A call on a descriptor, and a call on a path, that give 0 or -1.
#define ON_DESCRIPTOR(name, call, ...) \
  if (is_turn(call, fault.below && descriptor_is_below(descriptor))) return failed(); \
  return REAL(name)(__VA_ARGS__);
#define ON_PATH(name, ...) \
  if (is_turn(#name, is_below(path))) return failed(); \
  return REAL(name)(__VA_ARGS__);

int fdatasync(int descriptor) { ON_DESCRIPTOR(fdatasync, "fdatasync", descriptor) }
int fsync(int descriptor) { ON_DESCRIPTOR(fsync, "fsync", descriptor) }
int flock(int descriptor, int how) { ON_DESCRIPTOR(flock, "flock", descriptor, how) }
int ftruncate(int descriptor, off_t size) { ON_DESCRIPTOR(ftruncate, "ftruncate", descriptor, size) }
int ftruncate64(int descriptor, off64_t size) { ON_DESCRIPTOR(ftruncate64, "ftruncate", descriptor, size) }
int fstat(int descriptor, struct stat *status) { ON_DESCRIPTOR(fstat, "fstat", descriptor, status) }
int fstat64(int descriptor, struct stat64 *status) { ON_DESCRIPTOR(fstat64, "fstat", descriptor, status) }
int mkdir(const char *path, mode_t mode) { ON_PATH(mkdir, path, mode) }
int unlink(const char *path) { ON_PATH(unlink, path) }
int rename(const char *path, const char *other) { ON_PATH(rename, path, other) }

// A descriptor is let go of even where closing it fails.
int close(int descriptor) {
  bool is_mine = fault.below && is_turn("close", descriptor_is_below(descriptor));
  int result = REAL(close)(descriptor);
  return is_mine ? failed() : result;
}
