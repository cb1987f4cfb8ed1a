// What the files of this module share; see the head of each .c file for its topic.
#ifndef FATHOM_CLIBEDIT_INTERNAL_H
#define FATHOM_CLIBEDIT_INTERNAL_H

#include "CLibEdit.h"

#include <histedit.h>
#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// ---- text.c: growing byte strings, UTF-8 and wide characters ----

typedef struct fe_bytes {
  unsigned char *at;
  size_t count, capacity;
} fe_bytes;

bool fe_bytes_add(fe_bytes *bytes, const void *more, size_t count);
void fe_bytes_free(fe_bytes *bytes);

// Bytes used for one scalar at `p`; 0: more are needed; -1: not UTF-8.
int fe_decode(const unsigned char *p, size_t n, wchar_t *scalar);
bool fe_encode(fe_bytes *bytes, wchar_t scalar);
// Whether a scalar may stand in a line: no C0 or C1 control but newline and tab.
bool fe_is_text(wchar_t scalar);
// A copy to free; what is not UTF-8 becomes U+FFFD. NULL without memory.
wchar_t *fe_widen(const unsigned char *p, size_t n);
wchar_t *fe_widen_text(const char *text);

// ---- signals.c: handlers, flags, the pipe that wakes a read ----

bool fe_signals_open(void);
void fe_signals_close(void);
// While a line or a key is read: stop, continue, resize and the wishes to end are ours too.
void fe_signals_watch(void);
void fe_signals_unwatch(void);

bool fe_signals_pending(void);
int fe_signals_wake_descriptor(void);
void fe_signals_drain(void);

bool fe_take_stop(void);
bool fe_take_continue(void);
bool fe_take_resize(void);
bool fe_take_interrupt(void);
bool fe_is_interrupted(void);
int fe_termination(void);
// Stops this process as an unhandled Ctrl-Z does; returns after it was continued.
void fe_stop_here(void);

// ---- restore.c: no way out leaves the terminal raw ----

void fe_restore_arm(int in, int out, bool pastes);
// In a handler: restores the terminal and lets the signal take its way.
void fe_die_of(int signal);
void fe_restore_disarm(void);

// ---- input.c: the bytes, shared by all three ways of reading ----

typedef struct fe_input {
  unsigned char bytes[4096];
  size_t count, at;
  size_t typed_ahead;  // of what is to be read, how much came while the terminal was cooked
} fe_input;

typedef enum fe_wait { FE_READY, FE_EOF, FE_SIGNAL, FE_LATE, FE_BROKEN } fe_wait;

// Makes the byte `ahead` positions on available. A negative timeout waits for ever.
fe_wait fe_peek(fe_editor *editor, size_t ahead, int timeout_ms, unsigned char *byte);
void fe_consume(fe_editor *editor, size_t count);
// To be called when the terminal has just become raw: a Ctrl-D typed before then counts as one.
void fe_note_typed_ahead(fe_editor *editor);

// Takes one scalar (U+FFFD for what is not UTF-8).
fe_wait fe_take_scalar(fe_editor *editor, wchar_t *scalar);
// At an ESC: takes the whole sequence of its key. FE_LATE, nothing taken: the ESC stands alone.
fe_wait fe_take_sequence(fe_editor *editor, fe_press *press, bool *is_paste);
// At an ESC: whether nothing follows it for as long as keys of one chord take.
bool fe_escape_is_alone(fe_editor *editor);

// ---- sequences.c: what escape sequences mean; pure ----

// `p[0]` is ESC. Bytes used; 0: more are needed; -1: no sequence begins here.
int fe_sequence(const unsigned char *p, size_t n, fe_press *press, bool *is_paste);

// ---- paste.c: bracketed paste ----

void fe_paste_mode(fe_editor *editor, bool on);
// Takes everything to the end of the paste.
fe_wait fe_take_paste(fe_editor *editor);
wchar_t *fe_pasted_text(fe_editor *editor);

// ---- redraw.c: resize, stop and continue at the prompt ----

// Acts on pending signals. False: the line is to be given up.
bool fe_answer_signals(fe_editor *editor);

// ---- commands.c: our commands and keys in libedit ----

// Private keys: C1 controls, which never come from outside (fe_is_text).
enum {
  FE_PRIVATE_PREFILL = 0x80,
  FE_PRIVATE_PASTE,
  FE_PRIVATE_UP,
  FE_PRIVATE_DOWN,
  FE_PRIVATE_PREVIOUS,
  FE_PRIVATE_NEXT,
  FE_PRIVATE_LEFT,
  FE_PRIVATE_RIGHT,
  FE_PRIVATE_WORD_LEFT,
  FE_PRIVATE_WORD_RIGHT,
  FE_PRIVATE_HOME,
  FE_PRIVATE_END,
  FE_PRIVATE_DELETE,
  FE_PRIVATE_SHOW,
  FE_PRIVATE_GIVE_UP,
  FE_PRIVATE_NOTHING,
  FE_PRIVATE_VI_END,
};

// A line of more characters is not searched from, and no entry of the history that is searched: libedit's search
// takes the square of its length.
enum { FE_LONGEST_SEARCHED = 4096 };

void fe_add_commands(EditLine *el);
void fe_bind_keys(EditLine *el);
// The private key for a press, so that libedit sees one character whatever the terminal sends.
wchar_t fe_private_key(const fe_press *press);
void fe_enqueue(fe_editor *editor, wchar_t key);

// ---- lookahead.c: libedit's source of characters ----

int fe_get_character(EditLine *el, wchar_t *scalar);

// ---- plain.c: lines without a terminal ----

fe_reading fe_read_plain(fe_editor *editor, const char *prompt);

// ---- terminal.c ----

// Sets LC_CTYPE so that libedit can print Unicode; false if no UTF-8 locale exists.
bool fe_set_locale(void);
// libedit keeps a cell for each place of the screen, and takes the size from the environment where
// the terminal tells none: 65535 by 65535 would be 17 GB. So senseless numbers are hidden from it,
EditLine *fe_init_libedit(const char *program);
// and on a terminal that claims one itself, no line is edited.
bool fe_size_is_absurd(int descriptor);

// ---- The editor ----

struct fe_editor {
  int in, out;
  bool is_utf8;          // libedit crashes on a non-ASCII prompt otherwise
  bool obeys_sequences;  // the terminal is not dumb
  bool keys_are_raw;     // between fe_keys_begin and fe_keys_end, on a terminal
  EditLine *el;          // NULL: plain lines
  HistoryW *history;     // NULL with el
  wchar_t *prompt;       // libedit keeps no copy
  wchar_t *prefill;
  fe_input input;
  fe_bytes pasted;
  fe_bytes text;         // the line handed out last
  wchar_t queue[4];      // private keys that come before any input
  size_t queued;
  int given_up;          // characters handed out since the line was given up
  int broken;            // errno of a failed read
  fe_completer completer;
  void *completer_context;
  char *listing;         // candidates to show, UTF-8
  size_t listing_cursor; // where the cursor was
  bool completed;        // the completer answered
};

fe_editor *fe_editor_of(EditLine *el);

#endif
