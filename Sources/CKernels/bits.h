// Bits of a double, and the few tricks on them that the kernels share.
#ifndef BITS_H
#define BITS_H

#include <stddef.h>
#include <stdint.h>

#define INLINE static inline __attribute__((always_inline, unused))

INLINE uint64_t bits_of(double x) {
  uint64_t b;
  __builtin_memcpy(&b, &x, sizeof b);
  return b;
}

INLINE double from_bits(uint64_t b) {
  double x;
  __builtin_memcpy(&x, &b, sizeof x);
  return x;
}

#define SIGN_BIT 0x8000000000000000u
/// ln 2 in two parts, the first of 41 bits: its products with |k| < 2^12 are exact.
#define LN2_HI 0x1.62e42fefa3000p-1
#define LN2_LO 0x1.3de6af278ece6p-42

#define INFINITE (__builtin_inf())
#define NOT_A_NUMBER (__builtin_nan(""))

INLINE double magnitude(double x) { return from_bits(bits_of(x) & ~SIGN_BIT); }

INLINE double with_sign(double a, double sign) {
  return from_bits((bits_of(a) & ~SIGN_BIT) | (bits_of(sign) & SIGN_BIT));
}

/// x cut to its upper 26 significant bits, so that the product of two such numbers is exact. This
/// stands in for fused multiply-add, which not every processor has.
INLINE double upper(double x) { return from_bits(bits_of(x) & 0xfffffffff8000000u); }

/// Added to a double below 2^51 in magnitude, rounds it to an integer, which is then in the low
/// bits: (x + SHIFTER) - SHIFTER is the integer, bits_of(x + SHIFTER) - bits_of(SHIFTER) as well.
#define SHIFTER 0x1.8p52

/// 2^k for -1022 <= k <= 1023 (and 0 for k = -1023).
INLINE double power_of_two(int64_t k) { return from_bits(((uint64_t)k + 1023) << 52); }

/// x 2^k for |k| <= 2044. Two steps, of which only the second can round. Where x is no number k may be
/// anything, so it is reckoned without a sign, in which nothing overflows.
INLINE double scaled(double x, int64_t k) {
  // (k + 4096) >> 1 is a logical shift: SSE2 and AVX2 have no arithmetic one for 64 bits.
  uint64_t first = (((uint64_t)k + 4096) >> 1) - 2048;
  return x * power_of_two((int64_t)first) * power_of_two((int64_t)((uint64_t)k - first));
}

/// An unevaluated sum hi + lo with |lo| no more than about half a unit in the last place of hi.
typedef struct {
  double hi, lo;
} pair;

/// a + b exactly, for |a| >= |b| or a = 0 (Dekker's fast two-sum).
INLINE pair fast_sum(double a, double b) {
  double s = a + b;
  return (pair){s, b - (s - a)};
}

/// a + b exactly, whatever their sizes (Knuth's two-sum).
INLINE pair exact_sum(double a, double b) {
  double s = a + b, t = s - a;
  return (pair){s, (a - (s - t)) + (b - t)};
}

/// n / d to about 75 bits, as a 26-bit quotient and the rest: one division, and no rounding that
/// matters before the caller adds the two. The remainder n - q d is exact because q and d are cut.
INLINE pair quotient(pair n, pair d) {
  double inverse = 1.0 / d.hi;
  double q = upper(n.hi * inverse);
  double d1 = upper(d.hi), d2 = (d.hi - d1) + d.lo;
  double remainder = ((n.hi - q * d1) - q * d2) + n.lo;
  return (pair){q, remainder * inverse};
}

#endif
