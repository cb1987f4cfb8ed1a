// Escape sequences: what terminals send for keys (ECMA-48 control sequences, as xterm uses them).
#include "internal.h"

// ESC [ number ; modifiers ~
static fe_key numbered_key(int number) {
  switch (number) {
    case 1:
    case 7: return FE_KEY_HOME;
    case 3: return FE_KEY_DELETE;
    case 4:
    case 8: return FE_KEY_END;
    case 5: return FE_KEY_PAGE_UP;
    case 6: return FE_KEY_PAGE_DOWN;
    default: return FE_KEY_UNKNOWN;
  }
}

// ESC [ 1 ; modifiers letter, and ESC O letter
static fe_key lettered_key(unsigned char letter) {
  switch (letter) {
    case 'A': return FE_KEY_UP;
    case 'B': return FE_KEY_DOWN;
    case 'C': return FE_KEY_RIGHT;
    case 'D': return FE_KEY_LEFT;
    case 'H': return FE_KEY_HOME;
    case 'F': return FE_KEY_END;
    case 'M': return FE_KEY_ENTER;  // the keypad's, after ESC O
    default: return FE_KEY_UNKNOWN;
  }
}

// rxvt's arrows with shift (ESC [ a) and control (ESC O a).
static fe_key rxvt_arrow(unsigned char letter) {
  return letter >= 'a' && letter <= 'd' ? lettered_key((unsigned char)(letter - 32))
                                        : FE_KEY_UNKNOWN;
}

// xterm sends 1 + the sum of 1 (shift), 2 (alt), 4 (control).
static int modifiers_of(int parameter) {
  return parameter >= 2 && parameter <= 8 ? parameter - 1 : 0;
}

static int keypad_sequence(const unsigned char *p, size_t n, fe_press *press) {
  if (n < 3) return 0;
  if (p[2] < 0x40 || p[2] > 0x7E) return -1;
  press->key = lettered_key(p[2]);
  if (press->key == FE_KEY_UNKNOWN && (press->key = rxvt_arrow(p[2])) != FE_KEY_UNKNOWN)
    press->modifiers = FE_CONTROL;
  return 3;
}

int fe_sequence(const unsigned char *p, size_t n, fe_press *press, bool *is_paste) {
  *press = (fe_press){.key = FE_KEY_UNKNOWN};
  *is_paste = false;
  if (n < 2) return 0;
  if (p[1] == 'O') return keypad_sequence(p, n, press);
  if (p[1] != '[') return -1;

  int parameters[2] = {0, 0};
  size_t parameter = 0, i = 2;
  for (; i < n && p[i] >= 0x20 && p[i] <= 0x3F; i++) {
    if (p[i] == ';') parameter++;
    if (p[i] >= '0' && p[i] <= '9' && parameter < 2 && parameters[parameter] < 1000)
      parameters[parameter] = 10 * parameters[parameter] + (p[i] - '0');
  }
  if (i == n) return 0;
  unsigned char final = p[i];
  if (final < 0x40 || final > 0x7E) return -1;

  press->modifiers = modifiers_of(parameters[1]);
  if (final == '~') {
    *is_paste = parameters[0] == 200;
    press->key = numbered_key(parameters[0]);
  } else if (final == 'Z') {
    press->key = FE_KEY_TAB;
    press->modifiers = FE_SHIFT;
  } else if (final != 'M') {
    press->key = lettered_key(final);
    if (press->key == FE_KEY_UNKNOWN && (press->key = rxvt_arrow(final)) != FE_KEY_UNKNOWN)
      press->modifiers = FE_SHIFT;
  }
  return (int)(i + 1);
}
