// TOML 1.0 as a flat list of nodes, each with its line and column.
#ifndef CTOML_H
#define CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  FTOML_TABLE,
  FTOML_ARRAY,
  FTOML_STRING,
  FTOML_INTEGER,
  FTOML_FLOAT,
  FTOML_BOOLEAN,
  FTOML_DATE
} ftoml_kind;

typedef enum {
  FTOML_NONE,
  FTOML_SYNTAX,     // see ftoml_message
  FTOML_REDEFINED,  // a key or table that exists already
  FTOML_ESCAPE,     // a backslash with a character that TOML doesn't know after it
  FTOML_NESTING,    // too deep
  FTOML_UNCLOSED,   // a text in quotes that doesn't end on its line
  FTOML_INCOMPLETE,   // ends where a bracket or a value should stand
  FTOML_MEMORY
} ftoml_failure;

// Lines and columns count from 1; a column counts characters (Unicode scalars), not bytes.
typedef struct {
  ftoml_kind kind;
  int32_t parent;   // index of the table or array that holds this node; -1 for the root
  uint32_t line, column;
  const char *key;  // NULL in an array and for the root; else UTF-8, key_length bytes
  size_t key_length;
  uint32_t key_line, key_column;
  const char *text;  // of a string: UTF-8, text_length bytes
  size_t text_length;
  int64_t integer;  // of an integer; 0 or 1 of a boolean
  double number;    // of a float
} ftoml_node;

typedef struct ftoml_document ftoml_document;

// Never NULL unless memory is short. No exception leaves this function.
ftoml_document *ftoml_parse(const char *text, size_t length);
void ftoml_free(ftoml_document *document);

ftoml_failure ftoml_failed(const ftoml_document *document);
const char *ftoml_message(const ftoml_document *document);
uint32_t ftoml_failure_line(const ftoml_document *document);
uint32_t ftoml_failure_column(const ftoml_document *document);

// Parents come before their children; the order among children is not that of the text.
size_t ftoml_count(const ftoml_document *document);
const ftoml_node *ftoml_nodes(const ftoml_document *document);

#ifdef __cplusplus
}
#endif

#endif
