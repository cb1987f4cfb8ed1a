import Testing

/// Names that more people can see than need to, and names that nobody needs.
@Suite struct NameRuleTests {
  /// A name is `package` because another module, a benchmark or a test says it, or because what they
  /// say shows it.
  @Test func packageNamesAreUsedElsewhere() throws {
    let house = try House.house.get()
    var users: [String: Set<String>] = [:]
    for file in house.sources + house.benchmarks + house.tests {
      for word in file.words { users[word, default: []].insert(file.module) }
    }
    let requirements = Set(
      house.sources.flatMap(\.declarations).filter(\.isRequirement).map(\.name)
    )
    var found: Set<String> = []
    for (module, files) in house.modules {
      let lonely = files.flatMap(\.declarations).filter { declaration in
        declaration.isPackage && declaration.kind != .enumCase && !declaration.isRequirement
          && users[declaration.name] == [module] && !requirements.contains(declaration.name)
          && !House.given.contains(declaration.name)
      }
      for name in lonely where name.kind != .type || !isShown(name, files) {
        found.insert("\(module): \(name.path)")
      }
    }
    KnownViolations.compare(found, KnownViolations.packageNames)
  }

  /// Whether a type stands in the signature of something else that is `package`.
  private func isShown(_ type: Declaration, _ files: [SourceFile]) -> Bool {
    files.contains { file in
      file.declarations.contains { $0.path != type.path && $0.exposed.contains(type.name) }
        || file.initialisers.contains(type.name)
    }
  }

  /// What only tests say is no part of the program.
  @Test func everyNameIsReached() throws {
    let house = try House.house.get()
    var said: [String: Int] = [:]
    for file in house.sources + house.benchmarks {
      for (word, count) in file.counts { said[word, default: 0] += count }
    }
    var declared: [String: Int] = [:]
    for declaration in house.sources.flatMap(\.declarations) {
      declared[declaration.name, default: 0] += 1
    }
    var found: Set<String> = []
    for file in house.sources
    where !KnownViolations.waiting.contains(where: file.shortPath.hasPrefix) {
      for name in file.declarations
      where name.kind != .enumCase && !name.isRequirement && said[name.name] == declared[name.name]
        && !House.given.contains(name.name)
      {
        found.insert("\(file.module): \(name.path)")
      }
    }
    KnownViolations.compare(found, KnownViolations.unreached)
  }

  /// A function in a C header is there for Swift.
  @Test func everyFunctionOfCIsCalled() throws {
    let house = try House.house.get()
    var said: Set<String> = []
    for file in house.sources + house.benchmarks { said.formUnion(file.words) }
    var found: Set<String> = []
    for shim in house.headers.keys {
      for name in try Manifest.functions(of: shim) where !said.contains(name) {
        found.insert("\(shim): \(name)")
      }
    }
    KnownViolations.compare(found, KnownViolations.uncalled)
  }
}
