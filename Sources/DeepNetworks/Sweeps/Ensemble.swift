/// What realizations of one quantity have in common: a number for each of its places (layers).
package struct Ensemble: Sendable, Hashable {
  /// Realizations, each with `places` numbers.
  package let realizations: [[Extended]]

  package var places: Int { realizations.first?.count ?? 0 }

  /// *Throws*: `.lengths` where realizations differ in length.
  package init(_ realizations: [[Extended]]) throws(NetworkError) {
    for other in realizations where other.count != realizations[0].count {
      throw .lengths(operation: .ensemble, left: realizations[0].count, right: other.count)
    }
    self.realizations = realizations
  }

  /// The mean at each place.
  package var means: [Extended] {
    (0..<places).map { place in
      realizations.reduce(Extended.zero) { $0 + $1[place] } / Extended(realizations.count)
    }
  }

  /// The standard deviation at each place, with n − 1; 0 for one realization.
  package var deviations: [Extended] {
    let means = means
    return (0..<places).map { place in
      guard realizations.count > 1 else { return .zero }
      let sum = realizations.reduce(Extended.zero) { total, one in
        let distance = one[place] - means[place]
        return total + distance * distance
      }
      return (sum / Extended(realizations.count - 1)).squareRoot()
    }
  }

  /// The quantile at each place, linear between ranks (NumPy's default).
  ///
  /// *Domain*: a share from 0 to 1; nan where a realization is nan.
  package func quantiles(_ share: Extended) -> [Extended] {
    (0..<places).map { place in
      let values = realizations.map { $0[place] }
      guard !values.contains(where: \.isNaN), !values.isEmpty else { return .nan }
      let sorted = values.sorted()
      let rank = min(max(share, .zero), .one) * Extended(sorted.count - 1)
      let below = rank.floor().integer ?? 0
      let above = min(below + 1, sorted.count - 1)
      let part = rank - Extended(below)
      guard !part.isZero, sorted[above] != sorted[below] else { return sorted[below] }
      return sorted[below] + (sorted[above] - sorted[below]) * part
    }
  }
}
