// Sums run in double-double from the first entry to the last, whatever the length.

extension Vector {
  /// The Euclidean norm √Σ vᵢ².
  package func norm() -> Extended {
    sumOfSquares().squareRoot()
  }

  /// √(Σ vᵢ² / n); 0 for an empty vector.
  package func rms() -> Extended {
    guard count > 0 else { return .zero }
    return (sumOfSquares() / Extended(count)).squareRoot()
  }

  package func sum() -> Extended {
    guard isFinite else { return Extended(doubles.reduce(0, +)) }
    guard !isSpread else { return Extended.sum(elements) }
    var total = DoubleDouble(0)
    for index in hi.indices { total = total + lane(index) }
    guard total.hi.magnitude >= Vector.doubtful else { return Extended.sum(elements) }
    return Extended(total, exponent: exponent)
  }

  /// The mean; 0 for an empty vector.
  package func mean() -> Extended {
    guard count > 0 else { return .zero }
    return sum() / Extended(count)
  }

  /// The largest entry; 0 for an empty vector, nan if any entry is.
  package func maximum() -> Extended {
    extreme { $0 > $1 }
  }

  /// The smallest entry; 0 for an empty vector, nan if any entry is.
  package func minimum() -> Extended {
    extreme { $0 < $1 }
  }

  func sumOfSquares() -> Extended {
    product(self)
  }

  private func extreme(_ isBetter: (Extended, Extended) -> Bool) -> Extended {
    guard var best = elements.first else { return .zero }
    for element in elements.dropFirst() where !best.isNaN {
      if element.isNaN || isBetter(element, best) { best = element }
    }
    return best
  }
}
