// log, log1p, log10: x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)).
#ifndef ELEMENTARY_LOG_H
#define ELEMENTARY_LOG_H

#include "bits.h"

typedef struct {
  double kf, f;
  uint64_t biased;  // k + 1023
} split;

/// Domain: x normal and positive; elsewhere the result means nothing (but nothing traps).
INLINE split split_of(double x) {
  uint64_t b = bits_of(x);
  // Adding 1 - sqrt(1/2), as bits, carries into the exponent from sqrt(1/2) 2^k on.
  uint64_t moved = b + (0x3ff0000000000000u - 0x3fe6a09e667f3bcdu);
  uint64_t exponent = moved & 0xfff0000000000000u;
  split s;
  s.biased = exponent >> 52;
  s.f = from_bits(b - exponent + 0x3ff0000000000000u) - 1.0;
  s.kf = from_bits(s.biased | 0x4330000000000000u) - (0x1p52 + 1023.0);
  return s;
}

/// split_of for all positive x: subnormals are scaled first.
INLINE split split_of_positive(double x) {
  int subnormal = x < 0x1p-1022;
  split s = split_of(subnormal ? x * 0x1p54 : x);
  s.kf = subnormal ? s.kf - 54.0 : s.kf;
  return s;
}

/// a + log(1 + f) + extra, for a = 0 or |a| > 0.69 and extra about a rounding error of the result.
///
/// log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)) with s = f / (2 + f), as in fdlibm; f^2/2 is exact
/// here (in two parts), so that only the last term, below 6 % of the whole, is rounded early.
INLINE pair log_sum(double a, double f, double extra) {
  double s = f / (2.0 + f), z = s * s;
  // (log((1 + s) / (1 - s)) - 2 s) / s^3, minimax on s^2 <= 0.02945, error 2^-66
  double p = 0x1.0f5f79aadd989p-3;
  p = p * z + 0x1.0f5d3c4ec3ce3p-3;
  p = p * z + 0x1.3b20a5a8651fcp-3;
  p = p * z + 0x1.745cde5e3919cp-3;
  p = p * z + 0x1.c71c72586171cp-3;
  p = p * z + 0x1.249249242be65p-2;
  p = p * z + 0x1.9999999999df4p-2;
  p = p * z + 0x1.5555555555555p-1;
  double f1 = upper(f);
  double half = 0.5 * f1 * f1, half2 = 0.5 * (f - f1) * (f + f1);
  double rest = (s * ((half + half2) + z * p) - half2) + extra;
  pair t = fast_sum(a, f);
  pair h = fast_sum(t.hi, -half);
  return fast_sum(h.hi, h.lo + (t.lo + rest));
}

/// The logarithm's values where x is no positive finite number.
INLINE double log_edges(double x, double regular) {
  double y = x == INFINITE ? x : regular;
  y = x == 0.0 ? -INFINITE : y;
  return x >= 0.0 ? y : x != x ? x : NOT_A_NUMBER;
}

INLINE double log_body(double x) {
  split s = split_of_positive(x);
  return log_edges(x, log_sum(s.kf * LN2_HI, s.f, s.kf * LN2_LO).hi);
}

/// u + e = 1 + x exactly; e then enters as e / u.
INLINE double log1p_body(double x) {
  pair u = exact_sum(1.0, x);
  split s = split_of(u.hi);
  // 2^-k as 2^(1 - k) / 2, since k may be 1024 (where u.lo no longer matters)
  pair f = fast_sum(s.f, u.lo * (0.5 * from_bits((2047 - s.biased) << 52)));
  double e = f.lo * (1.0 - f.hi * (1.0 - f.hi));
  double y = with_sign(log_sum(s.kf * LN2_HI, f.hi, e + s.kf * LN2_LO).hi, x);
  y = x == INFINITE ? x : y;
  y = x == -1.0 ? -INFINITE : y;
  return x >= -1.0 ? y : x != x ? x : NOT_A_NUMBER;
}

/// k c + log(1 + f) / l for l = log 10, where 1 / l = i1 + i2 with i1 of 26 bits, and c = log10 2
/// likewise, c1 k exact.
INLINE double log10_body(double x) {
  const double i1 = 0x1.bcb7b10000000p-2, i2 = 0x1.49b9438ca9aaep-28;
  const double c1 = 0x1.34413509f6000p-2, c2 = 0x1.9fef311f12b36p-42;
  split s = split_of_positive(x);
  pair y = log_sum(0.0, s.f, 0.0);
  double y1 = upper(y.hi), y2 = (y.hi - y1) + y.lo;
  pair t = fast_sum(s.kf * c1, y1 * i1);
  return log_edges(x, t.hi + (t.lo + (y1 * i2 + y2 * (i1 + i2) + s.kf * c2)));
}

#endif
