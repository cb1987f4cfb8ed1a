// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the house, with its README kept out of the build.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    exclude: ["README.md"],
    swiftSettings: strict
  )
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: exclude,
    swiftSettings: strict
  )
}

let package = Package(
  name: "fathom",
  products: [.executable(name: "fathom", targets: ["fathom"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // C and C++
    .target(
      name: "CKernels",
      exclude: ["README.md"],
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-math-errno", "-Werror"])]
    ),
    .target(
      name: "CLibEdit",
      exclude: ["README.md"],
      cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("edit")]
    ),
    .target(name: "CTOML", exclude: ["README.md"]),
    .target(
      name: "CCommonMark",
      exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]
    ),
    // Pure
    module("TerminalText"),
    module("DeepNetworks", ["CKernels"]),
    module("Plotting", ["TerminalText", "CKernels"]),
    module("Notebooks", ["DeepNetworks", "Plotting", "TerminalText"]),
    module("Lessons", ["CTOML", "CCommonMark", "TerminalText"]),
    module("Sessions", ["DeepNetworks", "Lessons", "Notebooks", "Plotting", "TerminalText"]),
    module(
      "Transcripts",
      ["DeepNetworks", "Lessons", "Notebooks", "Sessions", "TerminalText"]
    ),
    module(
      "Grading",
      ["DeepNetworks", "Lessons", "Sessions", "TerminalText", "Transcripts"]
    ),
    // Shell
    module("LineEditing", ["CLibEdit"]),
    .executableTarget(
      name: "fathom",
      dependencies: [
        "DeepNetworks", "Grading", "Lessons", "LineEditing", "Notebooks", "Plotting", "Sessions",
        "TerminalText",
        "Transcripts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["DeepNetworks", "Plotting", "TerminalText", "CKernels"],
      path: "Benchmarks",
      exclude: ["README.md", "peers", "figure.fathom", "lecture.fathom"],
      swiftSettings: strict
    ),
    // Tests
    .testTarget(name: "HouseTests", dependencies: ["fathom"], swiftSettings: strict),
    .testTarget(name: "CKernelsTests", dependencies: ["CKernels"], swiftSettings: strict),
    tests("TerminalText", []),
    tests(
      "DeepNetworks",
      [
        "CKernels", .product(name: "BigInt", package: "BigInt"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["values.json"]
    ),
    tests("Plotting", ["TerminalText"], exclude: ["Goldens"]),
    .target(
      name: "CPseudoTerminal",
      path: "Tests/CPseudoTerminal",
      cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-Wall", "-Wextra", "-Werror"])]
    ),
    .target(
      name: "TerminalSupport",
      dependencies: ["CPseudoTerminal"],
      path: "Tests/TerminalSupport",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "LineEditingProbe",
      dependencies: ["LineEditing"],
      path: "Tests/LineEditingProbe",
      swiftSettings: strict
    ),
    tests("LineEditing", ["LineEditingProbe", "TerminalSupport"]),
    tests("Notebooks", ["DeepNetworks", "Plotting", "TerminalText"]),
    tests("Lessons", ["TerminalText"]),
    tests(
      "Sessions",
      ["DeepNetworks", "Lessons", "Notebooks", "Plotting", "TerminalText"]
    ),
    tests(
      "Transcripts",
      ["Lessons", "Notebooks", "Sessions", "TerminalText"],
      exclude: ["Lessons"]
    ),
    tests("Grading", ["Lessons", "Sessions", "Transcripts"]),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Lessons", "Sessions"],
      swiftSettings: strict
    ),
    .testTarget(name: "CommandTests", dependencies: ["fathom"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TerminalSupport", "fathom"],
      swiftSettings: strict
    ),
  ],
  cxxLanguageStandard: .cxx17
)

// `scripts/test NAME` builds the tests of one module and nothing else.
if let name = Context.environment["FATHOM_TESTS"] {
  package.targets.removeAll { $0.type == .test && $0.name != "\(name)Tests" }
}

// Fuzzers need the compiler's own runtime, so they are here only when scripts/fuzz asks for them.
if Context.environment["FATHOM_FUZZ"] != nil {
  let fuzzing: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
  package.targets += ["Statement", "Notebook", "Lesson", "Transcript", "Answer"].map { name in
    .executableTarget(
      name: "\(name)Fuzzer",
      dependencies: [
        "DeepNetworks", "Lessons", "Notebooks", "Sessions", "TerminalText", "Transcripts",
      ],
      path: "Tests/Fuzzers/\(name)s",
      swiftSettings: strict + fuzzing,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    )
  }
}
