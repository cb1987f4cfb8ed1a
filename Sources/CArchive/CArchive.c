#include "CArchive.h"

#include <dlfcn.h>
#include <link.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>

// What archive.h and archive_entry.h of libarchive 3 declare.
enum { ARCHIVE_EOF = 1, ARCHIVE_OK = 0, ARCHIVE_WARN = -20 };

static struct {
  void *(*read_new)(void);
  int (*read_free)(void *);
  int (*support[11])(void *);
  int (*open_fd)(void *, int, size_t);
  int (*open_memory)(void *, const void *, size_t);
  int (*next_header)(void *, void **);
  ssize_t (*read_data)(void *, void *, size_t);
  const char *(*error_string)(void *);
  const char *(*pathname)(void *);
  const char *(*hardlink)(void *);
  mode_t (*filetype)(void *);
  int (*is_encrypted)(void *);
  void *(*write_new)(void);
  int (*write_zip)(void *);
  int (*write_whole)(void *, int);
  int (*write_fd)(void *, int);
  int (*write_header)(void *, void *);
  ssize_t (*write_data)(void *, const void *, size_t);
  int (*write_close)(void *);
  int (*write_free)(void *);
  void *(*entry_new)(void);
  void (*entry_free)(void *);
  void (*set_pathname)(void *, const char *);
  void (*set_size)(void *, int64_t);
  void (*set_filetype)(void *, unsigned);
  void (*set_perm)(void *, mode_t);
  void (*set_mtime)(void *, time_t, long);
} libarchive;

// Filters that Debian's libarchive has built in: another one would start a program of that name.
static const char *const supported[] = {
    "archive_read_support_format_tar",      "archive_read_support_format_zip",
    "archive_read_support_format_7zip",     "archive_read_support_filter_gzip",
    "archive_read_support_filter_bzip2",    "archive_read_support_filter_xz",
    "archive_read_support_filter_lzma",     "archive_read_support_filter_lzip",
    "archive_read_support_filter_zstd",     "archive_read_support_filter_lz4",
    "archive_read_support_filter_compress",
};

struct farc_archive {
  void *handle;
  bool is_open;
};

static bool find(void *library, const char *name, void *place) {
  *(void **)place = dlsym(library, name);
  return *(void **)place != NULL;
}

static bool load(void) {
  void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  for (size_t i = 0; i < sizeof supported / sizeof *supported; i++)
    if (!find(library, supported[i], &libarchive.support[i])) return false;
  // Names that are UTF-8 are kept as they are, whatever the locale of the process.
  setlocale(LC_CTYPE, "C.UTF-8");
  return find(library, "archive_read_new", &libarchive.read_new) &&
         find(library, "archive_read_free", &libarchive.read_free) &&
         find(library, "archive_read_open_fd", &libarchive.open_fd) &&
         find(library, "archive_read_open_memory", &libarchive.open_memory) &&
         find(library, "archive_read_next_header", &libarchive.next_header) &&
         find(library, "archive_read_data", &libarchive.read_data) &&
         find(library, "archive_error_string", &libarchive.error_string) &&
         find(library, "archive_entry_pathname", &libarchive.pathname) &&
         find(library, "archive_entry_hardlink", &libarchive.hardlink) &&
         find(library, "archive_entry_filetype", &libarchive.filetype) &&
         find(library, "archive_entry_is_data_encrypted", &libarchive.is_encrypted) &&
         find(library, "archive_write_new", &libarchive.write_new) &&
         find(library, "archive_write_set_format_zip", &libarchive.write_zip) &&
         find(library, "archive_write_set_bytes_in_last_block", &libarchive.write_whole) &&
         find(library, "archive_write_open_fd", &libarchive.write_fd) &&
         find(library, "archive_write_header", &libarchive.write_header) &&
         find(library, "archive_write_data", &libarchive.write_data) &&
         find(library, "archive_write_close", &libarchive.write_close) &&
         find(library, "archive_write_free", &libarchive.write_free) &&
         find(library, "archive_entry_new", &libarchive.entry_new) &&
         find(library, "archive_entry_free", &libarchive.entry_free) &&
         find(library, "archive_entry_set_pathname", &libarchive.set_pathname) &&
         find(library, "archive_entry_set_size", &libarchive.set_size) &&
         find(library, "archive_entry_set_filetype", &libarchive.set_filetype) &&
         find(library, "archive_entry_set_perm", &libarchive.set_perm) &&
         find(library, "archive_entry_set_mtime", &libarchive.set_mtime);
}

bool farc_is_there(void) {
  static int found = -1;
  if (found < 0) found = load();
  return found == 1;
}

static farc_archive *begin(void) {
  if (!farc_is_there()) return NULL;
  farc_archive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->handle = libarchive.read_new();
  bool is_ready = archive->handle != NULL;
  // ARCHIVE_WARN means that it would start a program.
  for (size_t i = 0; is_ready && i < sizeof supported / sizeof *supported; i++)
    is_ready = libarchive.support[i](archive->handle) == ARCHIVE_OK;
  if (is_ready) return archive;
  farc_close(archive);
  return NULL;
}

farc_archive *farc_open(int descriptor) {
  farc_archive *archive = begin();
  if (archive)
    archive->is_open = libarchive.open_fd(archive->handle, descriptor, 1 << 16) >= ARCHIVE_WARN;
  return archive;
}

farc_archive *farc_open_bytes(const void *bytes, size_t count) {
  farc_archive *archive = begin();
  if (archive)
    archive->is_open = libarchive.open_memory(archive->handle, bytes, count) >= ARCHIVE_WARN;
  return archive;
}

void farc_close(farc_archive *archive) {
  if (archive->handle) libarchive.read_free(archive->handle);
  free(archive);
}

static farc_kind kind_of(void *entry) {
  if (libarchive.hardlink(entry)) return FARC_LINK;
  switch (libarchive.filetype(entry) & S_IFMT) {
  case S_IFDIR: return FARC_FOLDER;
  case S_IFLNK: return FARC_LINK;
  case S_IFIFO: return FARC_PIPE;
  case S_IFSOCK: return FARC_SOCKET;
  case S_IFCHR:
  case S_IFBLK: return FARC_DEVICE;
  default: return FARC_FILE;
  }
}

farc_step farc_next(farc_archive *archive, farc_member *member) {
  void *entry = NULL;
  if (!archive->is_open) return FARC_BROKEN;
  int code = libarchive.next_header(archive->handle, &entry);
  if (code == ARCHIVE_EOF) return FARC_END;
  if (code < ARCHIVE_WARN || !entry) return FARC_BROKEN;
  member->name = libarchive.pathname(entry);
  member->kind = kind_of(entry);
  member->is_encrypted = libarchive.is_encrypted(entry);
  return FARC_MEMBER;
}

int64_t farc_read(farc_archive *archive, void *bytes, size_t most) {
  return libarchive.read_data(archive->handle, bytes, most);
}

const char *farc_message(farc_archive *archive) {
  const char *message = libarchive.error_string(archive->handle);
  return message ? message : "no reason is given";
}

struct farc_zip {
  void *handle;
  bool is_whole;
};

farc_zip *farc_zip_begin(int descriptor) {
  if (!farc_is_there()) return NULL;
  farc_zip *zip = calloc(1, sizeof *zip);
  if (!zip) return NULL;
  zip->handle = libarchive.write_new();
  zip->is_whole = zip->handle && libarchive.write_zip(zip->handle) == ARCHIVE_OK &&
                  // Without zeros behind its end.
                  libarchive.write_whole(zip->handle, 1) == ARCHIVE_OK &&
                  libarchive.write_fd(zip->handle, descriptor) == ARCHIVE_OK;
  return zip;
}

bool farc_zip_add(farc_zip *zip, const char *name, const void *bytes, size_t count, bool is_program) {
  // The first moment that a zip knows.
  enum { BEGINNING = 315532800 };
  if (!zip->is_whole) return false;
  void *entry = libarchive.entry_new();
  if (!entry) return zip->is_whole = false;
  libarchive.set_pathname(entry, name);
  libarchive.set_size(entry, (int64_t)count);
  libarchive.set_filetype(entry, S_IFREG);
  libarchive.set_perm(entry, is_program ? 0755 : 0644);
  libarchive.set_mtime(entry, BEGINNING, 0);
  zip->is_whole = libarchive.write_header(zip->handle, entry) == ARCHIVE_OK &&
                  libarchive.write_data(zip->handle, bytes, count) == (ssize_t)count;
  libarchive.entry_free(entry);
  return zip->is_whole;
}

bool farc_zip_end(farc_zip *zip) {
  bool is_whole = zip->handle && libarchive.write_close(zip->handle) == ARCHIVE_OK && zip->is_whole;
  if (zip->handle) libarchive.write_free(zip->handle);
  free(zip);
  return is_whole;
}

struct library {
  size_t left;
  const char *path;
};

static int look(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  struct library *library = context;
  // The program itself has no name, and what the kernel lends no place.
  if (!info->dlpi_name || info->dlpi_name[0] != '/') return 0;
  if (library->left-- > 0) return 0;
  library->path = info->dlpi_name;
  return 1;
}

const char *farc_library(size_t place) {
  struct library library = {.left = place};
  dl_iterate_phdr(look, &library);
  return library.path;
}
