// exp, expm1, tanh, sigmoid, sech2: all from one reduction, e^x = 2^k e^r with |r| <= ln(2) / 2.
//
// Bodies are free of branches, so that the loops over arrays become vector code.
#ifndef ELEMENTARY_EXP_H
#define ELEMENTARY_EXP_H

#include "bits.h"

/// e^x = 2^k (1 + r + half + rest): r and half = r^2 / 2 are exact but for what rest makes good.
typedef struct {
  double r, half, rest, kf;
  int64_t k;
} exponential;

/// Domain: |x| < 1400.
INLINE exponential reduced_exponential(double x) {
  exponential e;
  double shifted = x * 0x1.71547652b82fep+0 + SHIFTER;
  e.k = (int64_t)(bits_of(shifted) - bits_of(SHIFTER));
  e.kf = shifted - SHIFTER;
  double high = x - e.kf * LN2_HI;
  double low = e.kf * LN2_LO;
  double r = high - low;
  double c = (high - r) - low;  // what rounding r has lost
  // (e^r - 1 - r - r^2/2) / r^3, minimax on |r| <= 0.3466, error 2^-67 relative to e^r - 1
  double p = 0x1.61e074fcaaa47p-33;
  p = p * r + 0x1.1f849b20e69e2p-29;
  p = p * r + 0x1.ae64163f9c188p-26;
  p = p * r + 0x1.27e4d0ca977abp-22;
  p = p * r + 0x1.71de3a6032d52p-19;
  p = p * r + 0x1.a01a01ab4cd15p-16;
  p = p * r + 0x1.a01a01a018317p-13;
  p = p * r + 0x1.6c16c16c156cap-10;
  p = p * r + 0x1.1111111111113p-7;
  p = p * r + 0x1.5555555555557p-5;
  p = p * r + 0x1.5555555555555p-3;
  double r1 = upper(r);
  e.r = r;
  e.half = 0.5 * r1 * r1;
  e.rest = (c + c * r) + (0.5 * (r - r1) * (r + r1) + r * r * r * p);
  return e;
}

/// e^r + v, added up as (1 + v) + (e^r - 1), for v = 0 or v = ±2^-k: what cancels is exact.
/// Times 2^k this is e^x, e^x - 1 or e^x + 1.
INLINE pair exponential_plus(exponential e, double v) {
  pair t = fast_sum(1.0, v);
  pair s = fast_sum(t.hi, e.r);
  pair h = fast_sum(s.hi, e.half);
  return fast_sum(h.hi, h.lo + ((s.lo + t.lo) + e.rest));
}

/// 2^-k, or 2^-limit beyond k = limit: there it is lost beside 1.
INLINE double power_of_minus(exponential e, double limit) {
  double k = e.kf > limit ? limit : e.kf;
  int64_t whole = (int64_t)(bits_of(k + SHIFTER) - bits_of(SHIFTER));
  return power_of_two(-whole);
}

INLINE double exp_body(double x) {
  double t = x > 710.0 ? 710.0 : x;
  t = t < -746.0 ? -746.0 : t;
  exponential e = reduced_exponential(t);
  return scaled(exponential_plus(e, 0.0).hi, e.k);
}

INLINE double expm1_body(double x) {
  double t = x > 710.0 ? 710.0 : x;
  t = t < -40.0 ? -40.0 : t;  // -1 already
  exponential e = reduced_exponential(t);
  return with_sign(scaled(exponential_plus(e, -power_of_minus(e, 64.0)).hi, e.k), x);
}

/// tanh a = (e^2a - 1) / (e^2a + 1), numerator and denominator as pairs over 2^k.
INLINE double tanh_body(double x) {
  double a = magnitude(x);
  a = a > 22.0 ? 22.0 : a;
  exponential e = reduced_exponential(2.0 * a);
  double u = power_of_two(-e.k);
  pair q = quotient(exponential_plus(e, -u), exponential_plus(e, u));
  return with_sign(q.hi + q.lo, x);
}

/// 1 + w for w = 2^k e^r and k <= 0; below 2^-64 the size of w no longer matters.
INLINE pair one_plus_exponential(exponential e, pair er) {
  double k = e.kf < -64.0 ? -64.0 : e.kf;
  double u = power_of_two((int64_t)(bits_of(k + SHIFTER) - bits_of(SHIFTER)));
  pair d = fast_sum(1.0, er.hi * u);
  return fast_sum(d.hi, d.lo + er.lo * u);
}

/// 1 / (1 + w) or w / (1 + w) with w = e^-|x|; the latter's 2^k is applied last.
INLINE double sigmoid_body(double x) {
  double a = magnitude(x);
  a = a > 746.0 ? 746.0 : a;
  exponential e = reduced_exponential(-a);
  pair er = exponential_plus(e, 0.0);
  int negative = x < 0.0;
  pair n = {negative ? er.hi : 1.0, negative ? er.lo : 0.0};
  pair q = quotient(n, one_plus_exponential(e, er));
  return scaled(q.hi + q.lo, negative ? e.k : 0);
}

/// 4 w / (1 + w)^2 with w = e^(-2|x|).
INLINE double sech2_body(double x) {
  double a = magnitude(x);
  a = a > 400.0 ? 400.0 : a;
  exponential e = reduced_exponential(-2.0 * a);
  pair er = exponential_plus(e, 0.0);
  pair d = one_plus_exponential(e, er);
  double d1 = upper(d.hi), d2 = (d.hi - d1) + d.lo;
  pair square = fast_sum(d1 * d1, d2 * (d.hi + d1));
  pair q = quotient(er, square);
  return scaled(q.hi + q.lo, e.k + 2);
}

#endif
