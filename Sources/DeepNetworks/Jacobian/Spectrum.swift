/// The singular values of a Jacobian.
package struct Spectrum: Sendable, Hashable {
  /// Largest first; min(rows, columns) of them, the last ones 0 where the rank is smaller.
  package let values: [Extended]

  /// Which of the values the entries do not determine, because rounding an entry changes them by a
  /// tenth of themselves or more: `values` has a bound for them.
  package let undetermined: Set<Int>

  /// s₁/s_min to the digits that both are known to, where `values` has fewer of one.
  private let knownQuotient: Extended?

  init(values: [Extended], undetermined: Set<Int> = [], knownQuotient: Extended? = nil) {
    self.values = values
    self.undetermined = undetermined
    self.knownQuotient = knownQuotient
  }

  /// How many are not zero, undetermined ones among them.
  package var rank: Int { values.count { !$0.isZero } }

  package var largest: Extended { values.first ?? .zero }
  package var smallest: Extended { values.last ?? .zero }

  /// s₁/s_min, no digit more than is known; infinite where s_min = 0.
  package var conditionNumber: Extended { knownQuotient ?? largest / smallest }
}

extension Spectrum {
  /// Values of which each is known to a share `changes[i]` of itself, and zeros up to `count`.
  ///
  /// No digit is kept that the changes leave open.
  init(_ values: [Extended], changes: [Double], count: Int) {
    var shown: [Extended] = []
    var undetermined: Set<Int> = []
    for (index, value) in values.enumerated() {
      let change = changes[index]
      if change < 0x1p-52 {
        shown.append(value)
      } else if change < 0.1 {
        shown.append(value.rounded(to: change))
      } else {
        undetermined.insert(index)
        let size = change.isFinite ? value * Extended(4 * (1 + change)) : values[0]
        let power = size.log10().ceil().integer ?? 0
        shown.append(min(Extended(10).power(integer: power), shown.last ?? .infinity))
      }
    }
    let zeros = Array(repeating: Extended.zero, count: max(count - values.count, 0))
    var quotient: Extended?
    if let first = values.first, let last = values.last, values.count == count {
      let change = (changes.first ?? 0) + (changes.last ?? 0)
      if change >= 0x1p-52, change < 0.1 { quotient = (first / last).rounded(to: change) }
    }
    self.init(values: shown + zeros, undetermined: undetermined, knownQuotient: quotient)
  }
}

extension Extended {
  /// The digits that a change by this share of the number leaves, the last one of which is worth no
  /// less: 1e-10 leaves ten of 9.9, eleven of 1.1.
  package func rounded(to change: Double) -> Extended {
    guard !isZero, isFinite else { return self }
    let (size, open) = (abs().log10(), Extended(change).log10())
    let digits = max(1, 1 + Int((size.floor() - size - open).floor().double))
    return Extended(decimal: decimal(digits: digits)) ?? self
  }
}

extension Spectrum {
  /// Some of the values, in their order.
  package func part(_ indices: Range<Int>) -> Spectrum {
    Spectrum(
      values: Array(values[indices]),
      undetermined: Set(undetermined.filter(indices.contains).map { $0 - indices.lowerBound })
    )
  }
}

extension Jacobian {
  /// All singular values, each to ten digits of itself and more at any depth wherever the entries
  /// determine them so far; what is 0 is so by elimination without rounding.
  ///
  /// Small products are swept (`ProductSweep`) from both ends, and where that leaves a doubt kept to as
  /// many bits as it takes (`WideProduct`); large ones are swept, from both ends where their entries
  /// are uneven.
  ///
  /// *Cost*: `cost`. *Throws*: `.notFinite` for a factor with inf or nan, `.tooMuchMemory`, and what
  /// `checkpoint` throws; it gets the share that is done. The same for any number of threads, nil for
  /// as many as the engine may use.
  package func spectrum(
    threads: Int? = nil,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Spectrum {
    // A sweep multiplies the factors of scaled identities, which keeps all their digits.
    if !isScaledIdentity,
      let spectrum = try certainSpectrum(budget: Jacobian.small, checkpoint: checkpoint)
    {
      return spectrum
    }
    return try sweptSpectrum(on: team(threads), checkpoint: checkpoint)
  }

  /// As many threads as share out a step of a sweep with profit.
  private func team(_ threads: Int?) -> Team {
    let width = max(rows, columns)
    let operations = 4 * Double(width) * Double(width) * Double(width)
    return Team(size: threads ?? Team.size(operations: operations, pieces: width / 32))
  }

  /// What rounding changes a sweep's singular values by, as a share of them, at most.
  private var sweepError: Double { max(0x1p-40, Double(depth) * 0x1p-48) }

  /// Products of limbs that take about 0.05 s.
  static let small = 3e7

  /// Entries of all factors that are kept at once: 24 bytes each.
  private static let mostEntries = 1 << 21

  /// The spectrum of the product without rounding; nil where that takes more than `budget`.
  func certainSpectrum(
    budget: Double,
    checkpoint: (Double) throws -> Void
  ) throws -> Spectrum? {
    let count = min(rows, columns)
    let least = Double(depth) * Double(count) * 24
    guard least <= budget else { return nil }
    if least * Double(count * count) <= budget,
      let spectrum = try agreedSpectrum(checkpoint: checkpoint)
    {
      return spectrum
    }
    guard
      let factors = try exactFactors(
        most: min(Int(budget / (24 * Double(count))), Jacobian.mostEntries),
        checkpoint: checkpoint
      )
    else { return nil }
    let (exact, tens) = ExactFactor.inWholeNumbers(factors)
    let product = try WideProduct(exact) { try checkpoint(0) }
    guard let found = try product.singularValues(budget: budget, checkpoint: { try checkpoint(0) })
    else { return nil }
    let changes = try product.changes(of: found.values, limbs: found.limbs) { try checkpoint(0.5) }
    // What is 0 but for a rounding of the entries is known to no digit.
    let open = try product.openValues(limbs: found.limbs) { try checkpoint(0.9) }
    let unit = Extended.powerOfTen(-tens)
    let values =
      try product.preciseValues(limbs: found.limbs) { try checkpoint(0.95) } ?? found.values
    return Spectrum(
      (values + open).map { tens == 0 ? $0 : $0 * unit },
      changes: changes + open.map { $0.isFinite ? 1 : .infinity },
      count: count
    )
  }

  /// The spectrum on which two sweeps agree that round otherwise: one begins with the identity, the
  /// other with a random basis.
  ///
  /// Nil where entries are uneven or have low parts, the sweeps differ, or a zero is not proven.
  private func agreedSpectrum(checkpoint: (Double) throws -> Void) throws -> Spectrum? {
    let isWide = columns > rows
    let size = isWide ? rows : columns
    var sweep = ProductSweep(columns: size)
    try run(&sweep, transposed: isWide, checkpoint)
    guard !sweep.isUneven, !sweep.isCut else { return nil }
    let values = try sweep.singularValues { try checkpoint(0.5) }.filter { !$0.isZero }
    let normals = Random.Source(seed: 0, layer: 0, kind: .vector)
      .normals(size * size, scale: 1) { _ in }
    let basis = Orthogonalisation(normals, rows: size, columns: size) {}.basis()
    var other = ProductSweep(basis: basis, count: size)
    try run(&other, transposed: isWide, checkpoint)
    let others = try other.singularValues { try checkpoint(0.9) }.filter { !$0.isZero }
    guard values.count == others.count,
      zip(values, others).allSatisfy({ ($0 - $1).abs() <= $1.abs() * Extended(3e-12) })
    else { return nil }
    // Both round as they go: what they agree on by chance is not known.
    let changes = zip(values, others).map { value, other in
      max(8 * ((value - other).abs() / other).double, Double(depth) * 0x1p-48)
    }
    let zeros = size - values.count
    if zeros > 0, values.count != sweep.rankBound,
      try provenRank(checkpoint: checkpoint) != values.count
    {
      return nil
    }
    return Spectrum(values, changes: changes, count: size)
  }

  /// The spectrum by sweeps in double arithmetic.
  private func sweptSpectrum(
    on team: Team,
    checkpoint: (Double) throws -> Void
  ) throws -> Spectrum {
    let count = min(rows, columns)
    // From the narrower end the kept rows are fewer.
    let isWide = columns > rows
    var (values, isUneven) = try swept(transposed: isWide, on: team, checkpoint)
    var changes = values.map { _ in isScaledIdentity ? 0 : sweepError }
    if isUneven {
      let (others, _) = try swept(transposed: !isWide, on: team, checkpoint)
      for i in values.indices where values[i] != others[i] {
        let change = ((values[i] - others[i]).abs() / min(values[i], others[i])).double
        changes[i] = max(change, changes[i])
        values[i] = max(values[i], others[i])
      }
    }
    if changes.contains(where: { $0 >= 1e-10 }),
      let spectrum = try certainSpectrum(budget: 30 * Jacobian.small, checkpoint: checkpoint)
    {
      return spectrum
    }
    let known = values.prefix { !$0.isZero }.count
    guard known < count else { return Spectrum(values, changes: changes, count: count) }
    // What the sweeps left out is 0, or so small that they cannot tell.
    let rank = try provenRank(checkpoint: checkpoint) ?? count
    let open = Set(known..<max(rank, known))
    for i in open { values[i] = i > 0 ? values[i - 1] : .zero }
    let spectrum = Spectrum(Array(values.prefix(known)), changes: changes, count: known)
    return Spectrum(
      values: spectrum.values + values.dropFirst(known),
      undetermined: spectrum.undetermined.union(open)
    )
  }

  /// The rank of the product without rounding, the largest where that of the entries leaves it open;
  /// nil where that takes too long.
  func provenRank(checkpoint: (Double) throws -> Void) throws -> Int? {
    let factors = try exactFactors(most: Jacobian.mostEntries) { _ in try checkpoint(0.9) }
    return try factors.map { factors in
      let exact = ExactFactor.inWholeNumbers(factors).factors
      let rank = try ModularRank.rank(of: exact) { try checkpoint(0.9) }
      return try ModularRank.blurred(exact, above: rank) { try checkpoint(0.9) }?.rank ?? rank
    }
  }

  /// min(rows, columns) values of one sweep, and whether a factor has entries of very different size.
  private func swept(
    transposed: Bool,
    on team: Team,
    _ checkpoint: (Double) throws -> Void
  ) throws -> ([Extended], Bool) {
    let count = min(rows, columns)
    var sweep = ProductSweep(columns: transposed ? rows : columns, on: team)
    try run(&sweep, transposed: transposed, checkpoint)
    var values = try sweep.singularValues { try checkpoint(0.99) }
    values = Array(values.prefix(count))
    while values.count < count { values.append(.zero) }
    return (values, sweep.isUneven)
  }

  /// The Lyapunov exponents of this finite product: (1/L) ln |diag R| of one QR sweep, in nats per
  /// layer, largest first, to ten digits; −∞ where a direction dies.
  ///
  /// They are growth rates and tend to (1/L) ln sᵢ as L → ∞; at finite depth e^(Lλ) is not a singular
  /// value: it misses one by factors of e^±1 and more.
  ///
  /// *Throws*: as `spectrum`.
  package func finiteTimeLyapunovExponents(
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> [Double] {
    let count = min(rows, columns)
    var sweep = ProductSweep(columns: columns, tracksDiagonal: true)
    try run(&sweep, transposed: false, checkpoint)
    var sizes = Array(sweep.diagonal.prefix(count)).sorted(by: >)
    if sweep.isUneven || sweep.isNearlySingular || sweep.isCut,
      let squares = try exactSquaresOfDiagonal({ try checkpoint(0.9) })
    {
      return squares.sorted(by: >).prefix(count).map {
        $0.isZero ? -.infinity : ($0.log() / Extended(2 * depth)).double
      }
    }
    if sweep.isNearlySingular {
      // Rounding, or a direction that dies.
      let spectrum = try spectrum(checkpoint: checkpoint)
      if spectrum.rank == count { sizes = spectrum.values }
      for i in spectrum.rank..<count { sizes[i] = .zero }
    }
    return sizes.map { size in
      guard !size.isZero else { return -.infinity }
      let rate = size.log() / Extended(depth)
      // Of the size a sweep knows so much, of its logarithm near 0 less.
      let open = max(0x1p-34, (Extended(sweepError / Double(depth)) / rate.abs()).double)
      return open < 1 ? rate.rounded(to: open).double : 0
    }
  }

  /// The squares of R's diagonal for the product in fractions; nil where these grow long.
  private func exactSquaresOfDiagonal(_ checkpoint: () throws -> Void) throws -> [Extended]? {
    guard max(rows, columns) <= 8,
      let factors = try exactFactors(most: 1 << 14, checkpoint: { _ in try checkpoint() })
    else { return nil }
    var product: ExactMatrix?
    for factor in factors {
      let matrix = ExactMatrix(
        rows: factor.rows,
        columns: factor.columns,
        factor.entries,
        mostBits: 4000
      )
      guard let matrix else { return nil }
      let next = product.map { matrix * $0 } ?? matrix
      // Squared, and to the power of the columns, they are longer by as much.
      guard next.bitWidth * next.columns <= 40_000 else { return nil }
      product = next
      try checkpoint()
    }
    return try product?.squaresOfDiagonal(checkpoint)
  }

  /// Takes all factors into a sweep, from the input's side or, transposed, from the output's.
  func run(
    _ sweep: inout ProductSweep,
    transposed: Bool,
    _ checkpoint: (Double) throws -> Void
  ) throws {
    // What several threads make at once, is made ahead of its turn. Blocks take products of their
    // layers, between which somebody may want to stop.
    let isQuick = blocks.isEmpty && rows * columns <= 1 << 18
    let together = sweep.team.size > 1 && isQuick ? 4 * sweep.team.size : 1
    var ahead: [Matrix] = []
    for step in 0..<depth {
      let share = Double(step) / Double(depth)
      if together > 1, step % together == 0 {
        let end = min(step + together, depth)
        ahead = factors(step..<end, transposed: transposed, on: sweep.team)
        try checkpoint(share)
      }
      let layer = transposed ? depth - step : step + 1
      let matrix =
        together > 1
        ? ahead[step % together] : try factor(layer) { _ in try checkpoint(share) }
      try matrix.checkEntries()
      guard matrix.isFinite else { throw NetworkError.notFinite(layer: layer) }
      try sweep.multiply(transposed ? matrix.transposed : matrix) { try checkpoint(share) }
      if step % 64 == 63 { try checkpoint(share) }
    }
  }

  /// The factors of some steps of a sweep, made side by side.
  private func factors(_ steps: Range<Int>, transposed: Bool, on team: Team) -> [Matrix] {
    var list = [Matrix?](repeating: nil, count: steps.count)
    list.withUnsafeMutableBufferPointer { list in
      team.run(steps.count) { index in
        let step = steps.lowerBound + index
        list[index] = factor(transposed ? depth - step : step + 1)
      }
    }
    return list.compactMap(\.self)
  }
}

extension Matrix {
  /// Whether no entry is inf or nan.
  var isFinite: Bool {
    switch self {
    case .scaledIdentity(let factor, _): factor.isFinite
    case .dense(let dense): dense.exponent != 0 || dense.values.allSatisfy(\.isFinite)
    case .outer(let column, let row): column.isFinite && row.isFinite
    }
  }
}
