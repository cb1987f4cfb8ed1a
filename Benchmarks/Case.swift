/// One measured piece of work.
struct Case {
  let name: String
  let what: String
  /// Medians are taken over so many runs, after one that doesn't count.
  let runs: Int
  let work: () throws -> Void

  /// The median in milliseconds.
  func median() throws -> Double {
    let clock = ContinuousClock()
    try work()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = clock.now
      try work()
      let duration = clock.now - start
      times.append(
        Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
      )
    }
    return times.sorted()[times.count / 2]
  }
}
