// Archives with libarchive, loaded when it is first asked for.
#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { FARC_FILE, FARC_FOLDER, FARC_LINK, FARC_PIPE, FARC_SOCKET, FARC_DEVICE } farc_kind;

typedef struct {
  const char *name;  // as it stands in the archive, until the next member; NULL where it has none
  farc_kind kind;    // a hard link is a link
  bool is_encrypted;
} farc_member;

typedef enum {
  FARC_MEMBER,  // there is one
  FARC_END,
  FARC_BROKEN  // see farc_message
} farc_step;

typedef struct farc_archive farc_archive;

// Whether libarchive can be loaded, with all that is used of it.
bool farc_is_there(void);

// An archive from where a descriptor stands, or in memory that outlives it. NULL where libarchive is
// missing or memory is short; whether it is an archive the first member says.
farc_archive *farc_open(int descriptor);
farc_archive *farc_open_bytes(const void *bytes, size_t count);
void farc_close(farc_archive *archive);

farc_step farc_next(farc_archive *archive, farc_member *member);
// Bytes of the member's contents, at most so many; 0 at its end, below 0 where it is broken.
int64_t farc_read(farc_archive *archive, void *bytes, size_t most);
// What libarchive said of what is broken; never NULL.
const char *farc_message(farc_archive *archive);

typedef struct farc_zip farc_zip;

// A zip that is written to a descriptor. NULL where libarchive is missing or memory is short.
farc_zip *farc_zip_begin(int descriptor);
// Adds a member; nothing of it depends on when it was made. False where it cannot be written.
bool farc_zip_add(farc_zip *zip, const char *name, const void *bytes, size_t count, bool is_program);
// Ends it, whole or not, and says whether it is whole.
bool farc_zip_end(farc_zip *zip);

// The path of a library that this process was linked with when it began, or has loaded since, by its
// place; NULL behind the last one.
const char *farc_library(size_t place);

#endif
