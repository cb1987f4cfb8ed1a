// Which key calls what: the private keys, and the few that a person presses.
#include "internal.h"

static void bind_in_both_maps(EditLine *el, const wchar_t *key, const wchar_t *command) {
  el_wset(el, EL_BIND, key, command, NULL);
  el_wset(el, EL_BIND, L"-a", key, command, NULL);  // vi's command mode
}

// Again after each change of the key maps: "bind -v" in an .editrc builds them anew.
void fe_bind_keys(EditLine *el) {
  static const struct {
    wchar_t key;
    const wchar_t *command;
  } private_keys[] = {
      {FE_PRIVATE_PREFILL, L"fathom-prefill"},
      {FE_PRIVATE_PASTE, L"fathom-paste"},
      {FE_PRIVATE_UP, L"fathom-up"},
      {FE_PRIVATE_DOWN, L"fathom-down"},
      {FE_PRIVATE_PREVIOUS, L"ed-prev-history"},
      {FE_PRIVATE_NEXT, L"ed-next-history"},
      {FE_PRIVATE_LEFT, L"ed-prev-char"},
      {FE_PRIVATE_RIGHT, L"ed-next-char"},
      {FE_PRIVATE_WORD_LEFT, L"ed-prev-word"},
      {FE_PRIVATE_WORD_RIGHT, L"em-next-word"},
      {FE_PRIVATE_HOME, L"fathom-home"},
      {FE_PRIVATE_END, L"fathom-end"},
      {FE_PRIVATE_DELETE, L"ed-delete-next-char"},
      {FE_PRIVATE_SHOW, L"fathom-show"},
      {FE_PRIVATE_GIVE_UP, L"ed-newline"},
      {FE_PRIVATE_NOTHING, L"fathom-nothing"},
      {FE_PRIVATE_VI_END, L"ed-move-to-end"},
  };
  for (size_t i = 0; i < sizeof private_keys / sizeof private_keys[0]; i++) {
    wchar_t key[2] = {private_keys[i].key, 0};
    bind_in_both_maps(el, key, private_keys[i].command);
  }
  bind_in_both_maps(el, L"\\t", L"fathom-complete");
  bind_in_both_maps(el, L"^R", L"em-inc-search-prev");
  const wchar_t *editor = NULL;
  bool is_vi = el_wget(el, EL_EDITOR, &editor) == 0 && editor && editor[0] == L'v';
  if (is_vi) {
    el_wset(el, EL_BIND, L"-a", L"k", L"fathom-up", NULL);
    el_wset(el, EL_BIND, L"-a", L"j", L"fathom-down", NULL);
    el_wset(el, EL_BIND, L"-a", L"$", L"fathom-vi-end", NULL);
    bind_in_both_maps(el, L"^E", L"fathom-vi-end");
    el_wset(el, EL_BIND, L"-a", L"v", L"fathom-nothing", NULL);  // would start an editor
  } else {
    // Alt-Enter; libedit's terminal mode swaps CR and NL
    el_wset(el, EL_BIND, L"\\e\\n", L"fathom-newline", NULL);
    el_wset(el, EL_BIND, L"\\e\\r", L"fathom-newline", NULL);
  }
}

wchar_t fe_private_key(const fe_press *press) {
  bool by_words = press->modifiers & (FE_ALT | FE_CONTROL);
  switch (press->key) {
    case FE_KEY_UP: return FE_PRIVATE_UP;
    case FE_KEY_DOWN: return FE_PRIVATE_DOWN;
    case FE_KEY_LEFT: return by_words ? FE_PRIVATE_WORD_LEFT : FE_PRIVATE_LEFT;
    case FE_KEY_RIGHT: return by_words ? FE_PRIVATE_WORD_RIGHT : FE_PRIVATE_RIGHT;
    case FE_KEY_HOME: return FE_PRIVATE_HOME;
    case FE_KEY_END: return FE_PRIVATE_END;
    case FE_KEY_DELETE: return FE_PRIVATE_DELETE;
    case FE_KEY_ENTER: return L'\r';
    default: return FE_PRIVATE_NOTHING;
  }
}
