import DeepNetworks
import Plotting

/// Everything that has a name before anybody defines one.
package enum BuiltIns {
  /// All functions, in the order in which the help lists them.
  package static let functions: [Function] =
    [
      numberFunctions, activationFunctions, vectorFunctions, networkFunctions, gradientFunctions,
      jacobianFunctions, theoryFunctions, productTheoryFunctions, taskFunctions, trainingFunctions,
      diagnosisFunctions, ensembleFunctions, figureFunctions,
      initializationFunctions, formatFunctions,
    ].flatMap { $0 }

  private static let byName: [String: Function] = Dictionary(
    functions.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let constants: [String: Value] = ["pi": .number(.pi), "e": .number(.e)]

  /// Other names that people use for the same thing.
  private static let aliases = ["σ": "sigmoid", "π": "pi", "glorot": "xavier"]

  package static func function(_ name: String) -> Function? {
    byName[aliases[name] ?? name]
  }

  static func value(_ name: String) -> Value? {
    let name = aliases[name] ?? name
    if let constant = constants[name] { return constant }
    if let format = NumberFormat(name: name) { return .format(format) }
    return byName[name] == nil ? nil : .builtIn(name)
  }

  package static let formatNames: [String] = NumberFormat.allCases.map(\.name)

  /// Every name, in a fixed order.
  package static let names: [String] =
    functions.map(\.name) + ["pi", "e"] + NumberFormat.allCases.map(\.name)
    + FigureVerb.allCases.map(\.rawValue)

  /// Whether a definition of this name hides something that was there before.
  package static func contains(_ name: String) -> Bool { value(name) != nil }
}
