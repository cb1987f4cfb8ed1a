import DeepNetworks

/// What the engine throws, as a problem of the language.
enum EngineProblem {
  static func problem(of error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let failure as Failure: failure.problem
    case is ExtendedRangeError: .bound(.beyondRange)
    case let refused as NetworkError: .value(.network(refused.description))
    default: .value(.network("\(error)"))
    }
  }
}
