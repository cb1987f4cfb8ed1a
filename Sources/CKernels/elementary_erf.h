// The error function.
#ifndef ELEMENTARY_ERF_H
#define ELEMENTARY_ERF_H

#include "elementary_exp.h"

/// Below |x| = 27/32 an odd polynomial; above, 1 - e^(log erfc |x|), where log erfc is a polynomial
/// in |x| - 1 whose error was weighted by erfc, by which it is multiplied in the end.
INLINE double erf_body(double x) {
  double a = magnitude(x);
  a = a > 6.0 ? 6.0 : a;  // 1 already
  int inside = a < 0.84375;
  double z = a * a - 0.3125;  // about a value inside, which halves the rounding errors of the sums
  // erf(x) / x - 1 in x^2 - 5/16, minimax on [0, 27/32], error 2^-62
  double p = -0x1.e84db5796f427p-31;
  p = p * z + 0x1.7f39b2c10bf9ap-27;
  p = p * z + -0x1.0904251190635p-23;
  p = p * z + 0x1.4e4309d56902fp-20;
  p = p * z + -0x1.7c5628d0c7ecbp-17;
  p = p * z + 0x1.81ee90dd9e5e8p-14;
  p = p * z + -0x1.585722f433645p-11;
  p = p * z + 0x1.096b942b17747p-8;
  p = p * z + -0x1.59bcc5c7ef31ep-6;
  p = p * z + 0x1.728dd2b8a29d5p-4;
  p = p * z + -0x1.4062361979c25p-2;
  p = p * z + 0x1.597b242a68f43p-6;
  double inner = a + a * p;
  double t = a - 1.0;
  // log erfc(1 + t), minimax on [27/32, 6] with weight erfc, error 2^-63
  double q = 0x1.1a788a3fbb06bp-46;
  q = q * t + -0x1.5b5b094471a8ap-41;
  q = q * t + 0x1.87de49fe78389p-37;
  q = q * t + -0x1.0fac0dc51d4edp-33;
  q = q * t + 0x1.04b06a066fc8dp-30;
  q = q * t + -0x1.6f752030da6b2p-28;
  q = q * t + 0x1.84f1be3f1f7a5p-26;
  q = q * t + -0x1.2c66e12755732p-24;
  q = q * t + 0x1.14b1b14f7f0cep-23;
  q = q * t + 0x1.b349c25b70ee9p-24;
  q = q * t + -0x1.0ed84d29274cfp-19;
  q = q * t + 0x1.415ac5d9be688p-17;
  q = q * t + -0x1.c75a0eed72e7ep-16;
  q = q * t + 0x1.b8be6bc690b2ep-16;
  q = q * t + 0x1.f1b4bb2249400p-13;
  q = q * t + -0x1.033f699490609p-9;
  q = q * t + 0x1.48c9d40c11e6ap-7;
  q = q * t + -0x1.5477f09ca969ep-5;
  q = q * t + -0x1.afabc11a28f3bp-1;
  q = q * t + -0x1.51c9b0006c23dp+1;
  q = q * t + -0x1.d97fbf27aa2a1p+0;
  q = inside ? -1.0 : q;  // off its domain: any harmless value
  exponential e = reduced_exponential(q);
  pair complement = exponential_plus(e, 0.0);
  double u = power_of_two(e.k);
  pair outer = fast_sum(1.0, -complement.hi * u);
  double y = inside ? inner : outer.hi + (outer.lo - complement.lo * u);
  return with_sign(y, x);
}

#endif
