// The error function.
#ifndef ELEMENTARY_ERF_H
#define ELEMENTARY_ERF_H

#include "elementary_exp.h"

/// Below |x| = 1 an odd polynomial; above, 1 - e^(log erfc |x|), where log erfc is a polynomial in
/// |x| - 1 whose error was weighted by erfc, to which it is multiplied.
INLINE double erf_body(double x) {
  double a = magnitude(x);
  a = a > 6.0 ? 6.0 : a;  // 1 already
  double z = a * a;
  // erf(x) / x - 1 in x^2 on [0, 1], minimax, error 2^-62
  double p = 0x1.060903cc5b4e5p-34;
  p = p * z + -0x1.38a13afbda705p-30;
  p = p * z + 0x1.f7b63114b3884p-27;
  p = p * z + -0x1.5f1ef21c931bep-23;
  p = p * z + 0x1.b9df27615b48fp-20;
  p = p * z + -0x1.f4d1e38835605p-17;
  p = p * z + 0x1.f9a321dc1ba65p-14;
  p = p * z + -0x1.c02db3db013d7p-11;
  p = p * z + 0x1.565bcd0dbc137p-8;
  p = p * z + -0x1.b82ce31284ea3p-6;
  p = p * z + 0x1.ce2f21a042b32p-4;
  p = p * z + -0x1.812746b0379e6p-2;
  p = p * z + 0x1.06eba8214db69p-3;
  double inner = a + a * p;
  double t = a - 1.0;
  // log erfc(1 + t) on [0, 5], minimax with weight erfc, error 2^-66
  double q = 0x1.9541543637e8ap-46;
  q = q * t + -0x1.bff5eda77a054p-41;
  q = q * t + 0x1.d2a7094dd4a38p-37;
  q = q * t + -0x1.31146221d0585p-33;
  q = q * t + 0x1.18b88c83efe09p-30;
  q = q * t + -0x1.808248e429a8ap-28;
  q = q * t + 0x1.8f9189ffe290cp-26;
  q = q * t + -0x1.315365367f7ebp-24;
  q = q * t + 0x1.181bbf76c9c8fp-23;
  q = q * t + 0x1.ac3a2f53f2eedp-24;
  q = q * t + -0x1.0ead52e9dcd36p-19;
  q = q * t + 0x1.4154eb6b1c30ep-17;
  q = q * t + -0x1.c758fa100346cp-16;
  q = q * t + 0x1.b8be2ecea7a45p-16;
  q = q * t + 0x1.f1b4bbaaaf82ap-13;
  q = q * t + -0x1.033f6991b9e75p-9;
  q = q * t + 0x1.48c9d40bdf130p-7;
  q = q * t + -0x1.5477f09ca838fp-5;
  q = q * t + -0x1.afabc11a28f45p-1;
  q = q * t + -0x1.51c9b0006c23dp+1;
  q = q * t + -0x1.d97fbf27aa2a1p+0;
  q = a < 1.0 ? -1.0 : q;  // off the polynomial's domain: any harmless value
  exponential e = reduced_exponential(q);
  pair complement = exponential_plus(e, 0.0);
  double u = power_of_two(e.k);
  pair outer = fast_sum(1.0, -complement.hi * u);
  double y = a < 1.0 ? inner : outer.hi + (outer.lo - complement.lo * u);
  return with_sign(y, x);
}

#endif
