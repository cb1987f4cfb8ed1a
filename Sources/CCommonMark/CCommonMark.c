#include "CCommonMark.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct fmark_document {
  cmark_node *root;
  fmark_node *nodes;
  size_t count, capacity;
};

// The registry of extensions is a global of the library; tests parse on many threads.
static pthread_once_t registered = PTHREAD_ONCE_INIT;

static void register_extensions(void) { cmark_gfm_core_extensions_ensure_registered(); }

// Extensions give their node types numbers at run time, so they are known by name.
static fmark_kind extension_kind(cmark_node *node) {
  const char *name = cmark_node_get_type_string(node);
  if (strcmp(name, "table") == 0) return FMARK_TABLE;
  if (strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0) return FMARK_ROW;
  if (strcmp(name, "table_cell") == 0) return FMARK_CELL;
  return FMARK_OTHER;
}

static fmark_kind kind_of(cmark_node *node, int fenced) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return FMARK_DOCUMENT;
    case CMARK_NODE_BLOCK_QUOTE: return FMARK_QUOTE;
    case CMARK_NODE_LIST:
      return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? FMARK_ORDERED_LIST
                                                                  : FMARK_BULLET_LIST;
    case CMARK_NODE_ITEM: return FMARK_ITEM;
    case CMARK_NODE_CODE_BLOCK: return fenced ? FMARK_FENCED_CODE : FMARK_INDENTED_CODE;
    case CMARK_NODE_HTML_BLOCK: return FMARK_HTML;
    case CMARK_NODE_PARAGRAPH: return FMARK_PARAGRAPH;
    case CMARK_NODE_HEADING: return FMARK_HEADING;
    case CMARK_NODE_THEMATIC_BREAK: return FMARK_RULE;
    case CMARK_NODE_TEXT: return FMARK_TEXT;
    case CMARK_NODE_SOFTBREAK: return FMARK_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK: return FMARK_LINE_BREAK;
    case CMARK_NODE_CODE: return FMARK_CODE;
    case CMARK_NODE_HTML_INLINE: return FMARK_INLINE_HTML;
    case CMARK_NODE_EMPH: return FMARK_EMPHASIS;
    case CMARK_NODE_STRONG: return FMARK_STRONG;
    case CMARK_NODE_LINK: return FMARK_LINK;
    case CMARK_NODE_IMAGE: return FMARK_IMAGE;
    default: return extension_kind(node);
  }
}

static uint32_t positive(int value) { return value > 0 ? (uint32_t)value : 0; }

static void set_text(const char **text, size_t *length, const char *value) {
  *text = value;
  *length = value == NULL ? 0 : strlen(value);
}

static fmark_node describe(cmark_node *node, int32_t parent) {
  fmark_node out = {0};
  int length = 0, offset = 0;
  char character = 0;
  const int fenced = cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
                     cmark_node_get_fenced(node, &length, &offset, &character);
  out.kind = kind_of(node, fenced);
  out.parent = parent;
  out.start_line = positive(cmark_node_get_start_line(node));
  out.start_column = positive(cmark_node_get_start_column(node));
  out.end_line = positive(cmark_node_get_end_line(node));
  out.end_column = positive(cmark_node_get_end_column(node));
  out.fence_length = length;
  out.fence_offset = offset;
  switch (out.kind) {
    case FMARK_FENCED_CODE:
      set_text(&out.info, &out.info_length, cmark_node_get_fence_info(node));
      set_text(&out.text, &out.text_length, cmark_node_get_literal(node));
      break;
    case FMARK_LINK:
    case FMARK_IMAGE: set_text(&out.text, &out.text_length, cmark_node_get_url(node)); break;
    case FMARK_HEADING: out.number = cmark_node_get_heading_level(node); break;
    case FMARK_BULLET_LIST: out.tight = cmark_node_get_list_tight(node); break;
    case FMARK_ORDERED_LIST:
      out.number = cmark_node_get_list_start(node);
      out.tight = cmark_node_get_list_tight(node);
      break;
    case FMARK_TABLE:
      out.number = cmark_gfm_extensions_get_table_columns(node);
      out.alignments = cmark_gfm_extensions_get_table_alignments(node);
      break;
    default: set_text(&out.text, &out.text_length, cmark_node_get_literal(node)); break;
  }
  return out;
}

// Index of the node, or -1 if memory is short.
static int32_t append(fmark_document *document, cmark_node *node, int32_t parent) {
  if (document->count == document->capacity) {
    const size_t capacity = document->capacity == 0 ? 64 : 2 * document->capacity;
    if (capacity > INT32_MAX) return -1;
    fmark_node *nodes = realloc(document->nodes, capacity * sizeof *nodes);
    if (nodes == NULL) return -1;
    document->nodes = nodes;
    document->capacity = capacity;
  }
  document->nodes[document->count] = describe(node, parent);
  return (int32_t)document->count++;
}

// Without recursion: how deep a text nests is its author's choice.
static int flatten(fmark_document *document) {
  cmark_node *node = document->root;
  int32_t parent = -1;
  while (node != NULL) {
    const int32_t here = append(document, node, parent);
    if (here < 0) return 0;
    cmark_node *next = cmark_node_first_child(node);
    if (next != NULL) {
      parent = here;
    } else {
      while (node != NULL && (next = cmark_node_next(node)) == NULL) {
        node = cmark_node_parent(node);
        if (parent >= 0) parent = document->nodes[parent].parent;
      }
    }
    node = next;
  }
  return 1;
}

fmark_document *fmark_parse(const char *text, size_t length) {
  pthread_once(&registered, register_extensions);
  fmark_document *document = calloc(1, sizeof *document);
  if (document == NULL) return NULL;
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  if (table != NULL) cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_feed(parser, text, length);
  document->root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  if (document->root == NULL || !flatten(document)) {
    fmark_free(document);
    return NULL;
  }
  return document;
}

void fmark_free(fmark_document *document) {
  if (document == NULL) return;
  if (document->root != NULL) cmark_node_free(document->root);
  free(document->nodes);
  free(document);
}

size_t fmark_count(const fmark_document *document) { return document->count; }

const fmark_node *fmark_nodes(const fmark_document *document) { return document->nodes; }
