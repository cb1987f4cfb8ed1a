// Text: growing byte strings, UTF-8 and wide characters. No locale is asked.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

bool fe_bytes_add(fe_bytes *bytes, const void *more, size_t count) {
  if (count == 0) return true;
  if (bytes->capacity - bytes->count < count) {
    size_t capacity = bytes->capacity ? bytes->capacity : 256;
    while (capacity - bytes->count < count) capacity *= 2;
    unsigned char *at = realloc(bytes->at, capacity);
    if (!at) return false;
    bytes->at = at;
    bytes->capacity = capacity;
  }
  memcpy(bytes->at + bytes->count, more, count);
  bytes->count += count;
  return true;
}

void fe_bytes_free(fe_bytes *bytes) {
  free(bytes->at);
  *bytes = (fe_bytes){0};
}

int fe_decode(const unsigned char *p, size_t n, wchar_t *scalar) {
  if (n == 0) return 0;
  unsigned char lead = p[0];
  size_t length;
  uint32_t value, least;
  if (lead < 0x80) {
    *scalar = lead;
    return 1;
  } else if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, value = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, value = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, value = lead & 0x07, least = 0x10000;
  } else {
    return -1;
  }
  for (size_t i = 1; i < length; i++) {
    if (i >= n) return 0;
    if ((p[i] & 0xC0) != 0x80) return -1;
    value = value << 6 | (p[i] & 0x3F);
  }
  bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || is_surrogate) return -1;
  *scalar = (wchar_t)value;
  return (int)length;
}

bool fe_encode(fe_bytes *bytes, wchar_t scalar) {
  uint32_t c = (uint32_t)scalar;
  unsigned char out[4];
  size_t n = 0;
  if (c < 0x80) {
    out[n++] = (unsigned char)c;
  } else if (c < 0x800) {
    out[n++] = (unsigned char)(0xC0 | c >> 6);
    out[n++] = (unsigned char)(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out[n++] = (unsigned char)(0xE0 | c >> 12);
    out[n++] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    out[n++] = (unsigned char)(0x80 | (c & 0x3F));
  } else {
    out[n++] = (unsigned char)(0xF0 | c >> 18);
    out[n++] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
    out[n++] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    out[n++] = (unsigned char)(0x80 | (c & 0x3F));
  }
  return fe_bytes_add(bytes, out, n);
}

bool fe_is_text(wchar_t scalar) {
  if (scalar == L'\n' || scalar == L'\t') return true;
  return scalar >= 0x20 && !(scalar >= 0x7F && scalar <= 0x9F);
}

wchar_t *fe_widen(const unsigned char *p, size_t n) {
  wchar_t *wide = malloc((n + 1) * sizeof *wide);
  if (!wide) return NULL;
  size_t count = 0;
  for (size_t i = 0; i < n;) {
    int used = fe_decode(p + i, n - i, &wide[count]);
    if (used <= 0) {
      wide[count] = 0xFFFD;
      used = 1;
    }
    count++;
    i += (size_t)used;
  }
  wide[count] = 0;
  return wide;
}

wchar_t *fe_widen_text(const char *text) {
  return fe_widen((const unsigned char *)text, strlen(text));
}
