// The functions of arrays: their list, and the bodies of activation functions and their derivatives.
//
// With ARRAY_FUNCTION(name) defined this file is the list: an entry makes fk_name of CKernels.h, its
// place in the table and its loop for each instruction set, all from name_body. Without it, the
// bodies; those of exp, tanh, sigmoid, sech2 and erf are in elementary_exp.h and elementary_erf.h.
#ifdef ARRAY_FUNCTION

/// e^x. inf above 709.78; goes through the subnormals to 0 below -745.13. 0.54 ulp, 0.76 where the
/// result is subnormal.
ARRAY_FUNCTION(exp)

/// Hyperbolic tangent; keeps the sign of zero, ±1 beyond |x| = 19.07. 0.58 ulp.
ARRAY_FUNCTION(tanh)

/// 1 / (1 + e^-x), with full relative accuracy on both sides, down to subnormals. 0.54 ulp, 0.76
/// where the result is subnormal.
ARRAY_FUNCTION(sigmoid)

/// Error function, 2/sqrt(pi) * integral of e^(-t^2) from 0 to x; keeps the sign of zero.
/// 0.92 ulp.
ARRAY_FUNCTION(erf)

/// The derivative of tanh, 1 - tanh(x)^2 = 4 / (e^x + e^-x)^2, without cancellation: relative
/// accuracy holds down to the subnormals (|x| = 373). 0.54 ulp, 0.76 where the result is subnormal.
ARRAY_FUNCTION(sech2)

/// x Phi(x), Phi the normal distribution function (gelu), and its derivative Phi(x) + x phi(x).
/// Full relative accuracy on the negative side, down to subnormals (x = -38); the derivative's, away
/// from its zero at -0.7518. 4 and 5 ulp.
ARRAY_FUNCTION(gelu)
ARRAY_FUNCTION(gelu_slope)

/// The derivative of erf, 2/sqrt(pi) e^(-x^2), down to subnormals. 2 ulp.
ARRAY_FUNCTION(erf_slope)

/// x / (1 + e^-x) (silu) and its derivative, down to subnormals; the derivative away from its zero
/// at -1.2785. 3 and 4 ulp.
ARRAY_FUNCTION(silu)
ARRAY_FUNCTION(silu_slope)

/// log(1 + e^x), down to subnormals; its derivative is fk_sigmoid. 2 ulp.
ARRAY_FUNCTION(softplus)

/// x for x > 0, e^x - 1 below (elu); its derivative 1 for x > 0, e^x below. 1 ulp.
ARRAY_FUNCTION(elu)
ARRAY_FUNCTION(elu_slope)

#undef ARRAY_FUNCTION
#elif !defined(ELEMENTARY_UNITS_H)
#define ELEMENTARY_UNITS_H

// Free of branches, like elementary_exp.h. "Slope" is a derivative. Each is written so that nothing
// cancels but what the function itself makes cancel at its zeros.

#include "elementary_exp.h"
#include "elementary_log.h"

/// e^-(a^2 times half) = mantissa 2^k, the square taken exactly in two parts. Domain: 0 <= a <= 41.
typedef struct {
  double mantissa;
  int64_t k;
} bell;

INLINE bell bell_of(double a, double half) {
  double a1 = upper(a);
  double low = half * (a - a1) * (a + a1);
  exponential e = reduced_exponential(-half * (a1 * a1));
  pair er = exponential_plus(e, 0.0);
  double shift = low * (1.0 - low * (0.5 - low * 0x1.5555555555555p-3));  // 1 - e^-low
  return (bell){er.hi + (er.lo - er.hi * shift), e.k};
}

#define BELL_PEAK 0x1.9884533d43651p-2  // 1 / sqrt(2 pi)

/// The normal tail over the bell: Phi(-a) e^(a^2 / 2), for 0 <= a <= 41, right to 2^-53.5.
INLINE double mills(double a) {
  double t = (a - 4.0) / (a + 4.0);
  double p = 0x1.f9dd9aec6818ap-39;
  p = p * t + -0x1.7531b5f86efd7p-31;
  p = p * t + -0x1.4f90626dd7b4cp-29;
  p = p * t + 0x1.eecbeae792fb5p-30;
  p = p * t + 0x1.4baef914fde4ep-26;
  p = p * t + 0x1.cb147373fdbebp-27;
  p = p * t + -0x1.6cb2e9c01f00ep-24;
  p = p * t + -0x1.4caec7e3c9a98p-23;
  p = p * t + 0x1.2360df4df3033p-22;
  p = p * t + 0x1.123105119aebap-20;
  p = p * t + -0x1.51f000416452ep-21;
  p = p * t + -0x1.8d4a6ecf5499ep-18;
  p = p * t + 0x1.80b654521fd2dp-21;
  p = p * t + 0x1.26d092738037cp-15;
  p = p * t + -0x1.001e9b9962c9ep-19;
  p = p * t + -0x1.e4a42511ab8c8p-13;
  p = p * t + 0x1.17a4ae603b5bfp-13;
  p = p * t + 0x1.ab825fbf802bap-10;
  p = p * t + -0x1.c81719d59008bp-9;
  p = p * t + -0x1.ee27610478618p-8;
  p = p * t + 0x1.eec4cc3e4d5dep-5;
  p = p * t + -0x1.7dff2bff683b6p-3;
  p = p * t + 0x1.8c6dbf2cfc2b2p-2;
  p = p * t + -0x1.373e3a893c28ap-1;
  p = p * t + 0x1.82b4bb8c94dcep-1;
  return p / (a + 4.0);
}

/// x Phi(x), by the tail on the negative side.
INLINE double gelu_body(double x) {
  double a = magnitude(x);
  a = a > 40.0 ? 40.0 : a;
  bell b = bell_of(a, 0.5);
  double tail = b.mantissa * mills(a);
  double below = scaled(-a * tail, b.k);
  double above = x * (1.0 - scaled(tail, b.k));
  return x < 0.0 ? below : above;
}

/// Phi(x) + x phi(x) = phi(a) (mills(a) sqrt(2 pi) - a) below zero, one minus that above.
INLINE double gelu_slope_body(double x) {
  double a = magnitude(x);
  a = a > 40.0 ? 40.0 : a;
  bell b = bell_of(a, 0.5);
  double part = scaled(b.mantissa * (mills(a) - a * BELL_PEAK), b.k);
  return x < 0.0 ? part : 1.0 - part;
}

/// 2 / sqrt(pi) e^(-x^2).
INLINE double erf_slope_body(double x) {
  double a = magnitude(x);
  a = a > 28.0 ? 28.0 : a;
  bell b = bell_of(a, 1.0);
  return scaled(b.mantissa * 0x1.20dd750429b6dp+0, b.k);
}

/// What the sigmoid's relatives need: w = e^-|x| = er 2^k, and 1 + w.
typedef struct {
  double a, er, w, one_plus_w;
  int64_t k;
} logistic;

INLINE logistic logistic_of(double x) {
  double a = magnitude(x);
  a = a > 760.0 ? 760.0 : a;
  exponential e = reduced_exponential(-a);
  pair er = exponential_plus(e, 0.0);
  return (logistic){a, er.hi, scaled(er.hi, e.k), one_plus_exponential(e, er).hi, e.k};
}

/// x / (1 + e^-x).
INLINE double silu_body(double x) {
  logistic l = logistic_of(x);
  double below = scaled(-l.a * (l.er / l.one_plus_w), l.k);
  return x < 0.0 ? below : x / l.one_plus_w;
}

/// (1 + w + x w) / (1 + w)^2 above zero, w (1 + w + x) / (1 + w)^2 below.
INLINE double silu_slope_body(double x) {
  logistic l = logistic_of(x);
  double square = l.one_plus_w * l.one_plus_w;
  double below = scaled(l.er * ((1.0 - l.a) + l.w) / square, l.k);
  double above = (l.one_plus_w + l.a * l.w) / square;
  double y = x < 0.0 ? below : above;
  return x != x ? x : y;
}

/// log(1 + e^x) = max(x, 0) + log(1 + e^-|x|).
INLINE double softplus_body(double x) {
  double a = magnitude(x);
  double rest = log1p_body(exp_body(-a));
  return x > 0.0 ? x + rest : rest;
}

/// g[i] *= tanh'(z[i]), from a = tanh z where |a| < 0.95 (1 - a^2 has 15 digits there), from z beyond.
/// What lies beyond is gathered, so that a vector of it is full, however rare it is.
static void tanh_back(double *restrict g, const double *restrict a, const double *restrict z,
                      size_t n) {
  enum { block = 512 };
  double slope[block], far[block];
  uint16_t place[block];
  for (size_t start = 0; start < n; start += block) {
    const size_t count = n - start < block ? n - start : block;
    const double *as = a + start, *zs = z + start;
    size_t beyond = 0;
    for (size_t i = 0; i < count; i++) slope[i] = (1.0 - as[i]) * (1.0 + as[i]);
    for (size_t i = 0; i < count; i += 8) {
      const size_t few = count - i < 8 ? count - i : 8;
      int any = few < 8;
      if (!any)
        for (int l = 0; l < 8; l++) any |= !(magnitude(as[i + l]) < 0.95);
      if (!any) continue;
      for (size_t l = i; l < i + few; l++) {
        place[beyond] = (uint16_t)l;
        beyond += !(magnitude(as[l]) < 0.95);
      }
    }
    for (size_t i = 0; i < beyond; i++) far[i] = zs[place[i]];
    while (beyond % (4 * LANES) != 0) {  // a part of four registers costs as much as all
      place[beyond] = place[0];
      far[beyond] = far[0];
      beyond++;
    }
#pragma clang loop vectorize(assume_safety) interleave_count(4)
    for (size_t i = 0; i < beyond; i++) far[i] = sech2_body(far[i]);
    for (size_t i = 0; i < beyond; i++) slope[place[i]] = far[i];
    for (size_t i = 0; i < count; i++) g[start + i] = g[start + i] * slope[i];
  }
}

/// x above zero, e^x - 1 below.
INLINE double elu_body(double x) {
  double below = expm1_body(x > 0.0 ? 0.0 : x);
  return x > 0.0 ? x : below;
}

INLINE double elu_slope_body(double x) { return exp_body(x > 0.0 ? 0.0 : x); }

#endif
