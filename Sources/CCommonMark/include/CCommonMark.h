// CommonMark with tables as a flat list of nodes in document order, each with its place.
#ifndef CCOMMONMARK_H
#define CCOMMONMARK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  FMARK_DOCUMENT,
  FMARK_QUOTE,
  FMARK_BULLET_LIST,
  FMARK_ORDERED_LIST,
  FMARK_ITEM,
  FMARK_FENCED_CODE,
  FMARK_INDENTED_CODE,
  FMARK_HTML,
  FMARK_PARAGRAPH,
  FMARK_HEADING,
  FMARK_RULE,
  FMARK_TABLE,
  FMARK_ROW,
  FMARK_CELL,
  FMARK_TEXT,
  FMARK_SOFT_BREAK,
  FMARK_LINE_BREAK,
  FMARK_CODE,
  FMARK_INLINE_HTML,
  FMARK_EMPHASIS,
  FMARK_STRONG,
  FMARK_LINK,
  FMARK_IMAGE,
  FMARK_OTHER
} fmark_kind;

// Lines and columns count from 1 and columns count bytes; inline nodes may lack a place (0).
typedef struct {
  fmark_kind kind;
  int32_t parent;  // index of the node that holds this one; -1 for the document
  uint32_t start_line, start_column, end_line, end_column;
  const char *text;  // UTF-8 or NULL: literal, code, the address of a link
  size_t text_length;
  const char *info;  // UTF-8 or NULL: the words after a fence
  size_t info_length;
  int32_t number;  // heading level, first number of an ordered list, columns of a table
  int32_t tight;   // of a list: 1 if its items stand close
  int32_t fence_length, fence_offset;
  const uint8_t *alignments;  // of a table: number entries of 0, 'l', 'c', 'r'
} fmark_node;

typedef struct fmark_document fmark_document;

// NULL only if memory is short.
fmark_document *fmark_parse(const char *text, size_t length);
void fmark_free(fmark_document *document);

// Parents come before their children and children in the order of the text.
size_t fmark_count(const fmark_document *document);
const fmark_node *fmark_nodes(const fmark_document *document);

#ifdef __cplusplus
}
#endif

#endif
