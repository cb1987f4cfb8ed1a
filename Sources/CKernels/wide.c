// Sums of products of wide numbers: some hundred to some ten thousand bits, with an exponent each.
//
// A number of m limbs is m + 2 words: its sign (1, 0 or all ones for -1), its exponent, and the limbs,
// least first, as a fraction in [1/2, 1); zero has the sign 0.
#include <string.h>

#include "CKernels.h"

typedef unsigned __int128 u128;

/// p[0 ... ma + mb) = a b.
static void multiply(size_t ma, const uint64_t *a, size_t mb, const uint64_t *b, uint64_t *p) {
  memset(p, 0, (ma + mb) * sizeof *p);
  for (size_t i = 0; i < ma; i++) {
    uint64_t carry = 0;
    for (size_t j = 0; j < mb; j++) {
      u128 t = (u128)a[i] * b[j] + p[i + j] + carry;
      p[i + j] = (uint64_t)t;
      carry = (uint64_t)(t >> 64);
    }
    p[i + mb] = carry;
  }
}

/// sum[0 ... w) += or -= p[0 ... n) shifted down by `down` bits from its place under the top limb.
static void accumulate(size_t w, uint64_t *sum, size_t n, const uint64_t *p, uint64_t down,
                       int negative) {
  if (down >= 64 * (uint64_t)w) return;
  size_t limbs = down / 64;
  unsigned bits = down % 64;
  // Limb j of p lies at place j + offset of the sum, before the shift by bits.
  ptrdiff_t offset = (ptrdiff_t)w - 1 - (ptrdiff_t)limbs - (ptrdiff_t)n;
  ptrdiff_t first = offset - (bits > 0);
  uint64_t carry = negative;  // -x is ~x + 1
  ptrdiff_t i = first < 0 ? 0 : first;
  for (; i < (ptrdiff_t)w; i++) {
    ptrdiff_t j = i - offset;
    uint64_t low = j >= 0 && j < (ptrdiff_t)n ? p[j] : 0;
    uint64_t high = j + 1 >= 0 && j + 1 < (ptrdiff_t)n ? p[j + 1] : 0;
    uint64_t limb = bits == 0 ? low : (low >> bits) | (high << (64 - bits));
    u128 t = (u128)sum[i] + (negative ? ~limb : limb) + carry;
    sum[i] = (uint64_t)t;
    carry = (uint64_t)(t >> 64);
  }
}

/// Writes the sum, a two's complement of w limbs whose top limb is worth 2^top, with m limbs.
static void settle(size_t w, uint64_t *sum, int64_t top, size_t m, uint64_t *out) {
  int negative = sum[w - 1] >> 63;
  if (negative) {
    uint64_t carry = 1;
    for (size_t i = 0; i < w; i++) {
      sum[i] = ~sum[i] + carry;
      carry = carry && sum[i] == 0;
    }
  }
  size_t n = w;
  while (n > 0 && sum[n - 1] == 0) n--;
  memset(out, 0, (m + 2) * sizeof *out);
  if (n == 0) return;
  unsigned shift = (unsigned)__builtin_clzll(sum[n - 1]);
  out[0] = negative ? UINT64_MAX : 1;
  out[1] = (uint64_t)(top - 64 * (int64_t)(w - n) + 64 - (int64_t)shift);
  for (size_t k = 0; k < m && k < n; k++) {
    uint64_t high = sum[n - 1 - k], low = n >= k + 2 ? sum[n - 2 - k] : 0;
    out[2 + m - 1 - k] = shift == 0 ? high : (high << shift) | (low >> (64 - shift));
  }
}

void fk_wide_dot(size_t n, size_t ma, const uint64_t *a, size_t step_a, size_t mb, const uint64_t *b,
                 size_t step_b, size_t m, uint64_t *out, uint64_t *work) {
  size_t w = m + 3;
  uint64_t *sum = work, *p = work + w;
  int64_t top = INT64_MIN;
  for (size_t k = 0; k < n; k++) {
    const uint64_t *x = a + k * step_a, *y = b + k * step_b;
    if (x[0] == 0 || y[0] == 0) continue;
    int64_t e = (int64_t)x[1] + (int64_t)y[1];
    if (e > top) top = e;
  }
  memset(sum, 0, w * sizeof *sum);
  for (size_t k = 0; k < n; k++) {
    const uint64_t *x = a + k * step_a, *y = b + k * step_b;
    if (x[0] == 0 || y[0] == 0) continue;
    uint64_t down = (uint64_t)(top - (int64_t)x[1] - (int64_t)y[1]);
    if (down >= 64 * (uint64_t)w) continue;
    multiply(ma, x + 2, mb, y + 2, p);
    accumulate(w, sum, ma + mb, p, down, x[0] != y[0]);
  }
  settle(w, sum, top, m, out);
}
