import Testing

/// What modules may say of each other, and folders of a module.
@Suite struct ModuleRuleTests {
  /// The rooms of each module from the ground up; "." is the module's own folder.
  ///
  /// What stands in one may name the types of those before it, and of none behind it.
  static let folders: [String: [String]] = [
    "DeepNetworks": [
      "Numbers", ".", "LinearAlgebra", "Formats", "Random", "Activations", "Networks", "Recurrence",
      "Jacobian", "Theory", "Training", "Sweeps", "Diagnosis",
    ],
    "Grading": ["Formats", "Identity", "Marking", "Book", "Sheets"],
    "Lessons": [
      "Source", "Diagnostics", "Markdown", "TOML", "Questions", "Values", "Reading", "Releasing",
      "Courses",
    ],
    "Notebooks": [
      "Syntax", "Values", "Functions", "Graph", "Figures", "Explaining", "Notebook",
    ],
    "Pages": ["Document", "HTML", "Markdown", "Site", "Cast"],
    "Plotting": ["Values", "Axes", "Canvas", "Describing", "SVG", "Kinds", "."],
    "Sessions": [
      "Inputs", "Marking", "Questions", "Showing", "State", "Evaluating", "Completing", "Commands",
      "Knobs", "Presenting", "Audit",
    ],
    "fathom": [
      "Disk", "Terminal", "Playing", "Presenting", "Running", "Grading", "Bundling", "Commands",
      ".",
    ],
  ]

  @Test func everyFolderHasItsPlace() throws {
    for (module, files) in try House.house.get().modules {
      let known = Set(Self.folders[module] ?? ["."])
      let found = Set(files.map(\.folder))
      #expect(found == known, "\(module) has \(found.sorted()), the table \(known.sorted())")
    }
  }

  @Test func foldersNameOnlyEarlierOnes() throws {
    var found: Set<String> = []
    for (module, files) in try House.house.get().modules {
      guard let order = Self.folders[module], order.count > 1 else { continue }
      var homes: [String: Set<String>] = [:]
      for file in files {
        for type in file.declarations where type.kind == .type && type.owners.isEmpty {
          homes[type.name, default: []].insert(file.folder)
        }
      }
      for file in files {
        guard let place = order.firstIndex(of: file.folder) else { continue }
        for (type, folders) in homes where folders.count == 1 && file.words.contains(type) {
          guard let home = folders.first, let later = order.firstIndex(of: home), later > place
          else { continue }
          found.insert("\(module): \(file.folder) names \(type) of \(home)")
        }
      }
    }
    KnownViolations.compare(found, KnownViolations.folders)
  }

  @Test func importsAreUsed() throws {
    let house = try House.house.get()
    let modules = house.modules
    var names = house.headers
    for (module, files) in modules {
      names[module] = Set(files.flatMap(\.declarations).filter(\.isPackage).map(\.name))
    }
    var found: Set<String> = []
    for file in house.sources + house.benchmarks {
      let own = Set(file.declarations.map(\.name))
      for module in file.imports {
        guard let there = names[module] else { continue }
        // `Failure` is a type of the house as well as the standard library's.
        let given = House.given.subtracting(["Failure"])
        let used = file.words.intersection(there).subtracting(given).subtracting(own)
        // `TerminalText.spelledInASCII` names the module itself.
        let isNamed = file.words.contains(module)
        if used.isEmpty, !isNamed { found.insert("\(file.shortPath) imports \(module)") }
      }
    }
    KnownViolations.compare(found, KnownViolations.imports)
  }

  @Test func dependenciesAreImported() throws {
    let house = try House.house.get()
    let files = house.sources + house.benchmarks + house.tests
    var imports: [String: Set<String>] = [:]
    for file in files { imports[file.module, default: []].formUnion(file.imports) }
    var found: Set<String> = []
    for (target, dependencies) in try Manifest.dependencies() {
      // Programs that the tests start.
      for name in dependencies.subtracting(["fathom", "LineEditingProbe"])
      where imports[target]?.contains(name) != true {
        found.insert("\(target) needs no \(name)")
      }
    }
    KnownViolations.compare(found, KnownViolations.dependencies)
  }
}
