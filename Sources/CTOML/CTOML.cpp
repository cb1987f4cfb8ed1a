#include "CTOML.h"

#include <new>
#include <string>
#include <vector>

// Header-only on purpose: the shared library's ABI would have to match these two settings.
#define TOML_HEADER_ONLY 1
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

struct ftoml_document {
  toml::table root;
  std::vector<ftoml_node> nodes;
  ftoml_failure failure = FTOML_NONE;
  std::string message;
  uint32_t line = 0, column = 0;
};

namespace {

// Dotted keys nest without toml++ counting them; no schema of ours is nearly this deep.
constexpr int kMaxDepth = 32;

bool contains(const std::string &text, const char *part) {
  return text.find(part) != std::string::npos;
}

// toml++ tells faults apart by words only.
ftoml_failure classify(const std::string &message) {
  if (contains(message, "redefine")) return FTOML_REDEFINED;
  if (contains(message, "escape sequence")) return FTOML_ESCAPE;
  if (contains(message, "nested value depth")) return FTOML_NESTING;
  return FTOML_SYNTAX;
}

void fill(ftoml_node &out, const toml::node &node) {
  out.line = node.source().begin.line;
  out.column = node.source().begin.column;
  switch (node.type()) {
    case toml::node_type::table: out.kind = FTOML_TABLE; break;
    case toml::node_type::array: out.kind = FTOML_ARRAY; break;
    case toml::node_type::string: {
      const std::string &text = node.as_string()->get();
      out.kind = FTOML_STRING;
      out.text = text.data();
      out.text_length = text.size();
      break;
    }
    case toml::node_type::integer:
      out.kind = FTOML_INTEGER;
      out.integer = node.as_integer()->get();
      break;
    case toml::node_type::floating_point:
      out.kind = FTOML_FLOAT;
      out.number = node.as_floating_point()->get();
      break;
    case toml::node_type::boolean:
      out.kind = FTOML_BOOLEAN;
      out.integer = node.as_boolean()->get() ? 1 : 0;
      break;
    default: out.kind = FTOML_DATE; break;
  }
}

// Breadth first, so that depth costs no stack.
void flatten(ftoml_document &document) {
  struct Pending {
    const toml::node *node;
    int depth;
  };
  std::vector<Pending> pending;
  const auto add = [&](const toml::node &node, int32_t parent, const toml::key *key, int depth) {
    ftoml_node out = {};
    out.parent = parent;
    if (key != nullptr) {
      out.key = key->str().data();
      out.key_length = key->str().size();
      out.key_line = key->source().begin.line;
      out.key_column = key->source().begin.column;
    }
    fill(out, node);
    document.nodes.push_back(out);
    pending.push_back({&node, depth});
  };
  add(document.root, -1, nullptr, 0);
  for (size_t i = 0; i < pending.size(); i++) {
    const Pending here = pending[i];
    if (here.depth >= kMaxDepth) {
      document.failure = FTOML_NESTING;
      document.line = here.node->source().begin.line;
      document.column = here.node->source().begin.column;
      return;
    }
    if (const toml::table *table = here.node->as_table()) {
      for (auto it = table->cbegin(); it != table->cend(); ++it)
        add(it->second, static_cast<int32_t>(i), &it->first, here.depth + 1);
    } else if (const toml::array *array = here.node->as_array()) {
      for (const toml::node &element : *array)
        add(element, static_cast<int32_t>(i), nullptr, here.depth + 1);
    }
  }
}

}  // namespace

extern "C" {

ftoml_document *ftoml_parse(const char *text, size_t length) {
  ftoml_document *document = new (std::nothrow) ftoml_document;
  if (document == nullptr) return nullptr;
  try {
    document->root = toml::parse(std::string_view(text, length));
    flatten(*document);
  } catch (const toml::parse_error &error) {
    document->message = std::string(error.description());
    document->failure = classify(document->message);
    document->line = error.source().begin.line;
    document->column = error.source().begin.column;
  } catch (...) {
    document->failure = FTOML_MEMORY;
  }
  return document;
}

void ftoml_free(ftoml_document *document) { delete document; }

ftoml_failure ftoml_failed(const ftoml_document *document) { return document->failure; }

const char *ftoml_message(const ftoml_document *document) { return document->message.c_str(); }

uint32_t ftoml_failure_line(const ftoml_document *document) { return document->line; }

uint32_t ftoml_failure_column(const ftoml_document *document) { return document->column; }

size_t ftoml_count(const ftoml_document *document) { return document->nodes.size(); }

const ftoml_node *ftoml_nodes(const ftoml_document *document) { return document->nodes.data(); }

}
