// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// No operation is fused with another, so that each is rounded.
let exact = ["-O3", "-ffp-contract=off", "-fno-math-errno", "-Werror"]

let careful = ["-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror"]

/// A C or C++ module, with the archives of the system's libraries that it needs.
///
/// What is in the program itself need not be looked for and bound at each start.
func shim(
  _ name: String,
  _ flags: [String] = [],
  on dependencies: [Target.Dependency] = [],
  links archives: [String] = [],
  at path: String? = nil,
  exclude: [String] = ["README.md"]
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: path,
    exclude: exclude,
    cSettings: flags.isEmpty ? [] : [.unsafeFlags(flags)],
    linkerSettings: archives.isEmpty ? [] : [.unsafeFlags(archives.map { "-l:lib\($0).a" })]
  )
}

/// A module of the house, with its README kept out of the build.
///
/// Where tests compute much, a debug build is optimised too, for tests in a fraction of the time.
func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  optimised: Bool = false,
  exclude: [String] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    exclude: ["README.md"] + exclude,
    swiftSettings: strict
      + (optimised ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
  )
}

/// A program, and what lies beside its source.
func program(
  _ name: String,
  _ dependencies: [Target.Dependency],
  at path: String? = nil,
  exclude: [String] = ["README.md"]
) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies,
    path: path,
    exclude: exclude,
    swiftSettings: strict
  )
}

/// What the tests of several modules share.
func support(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target
{
  .target(
    name: name,
    dependencies: dependencies,
    path: "Tests/\(name)",
    exclude: exclude,
    swiftSettings: strict
  )
}

/// The tests of a module, which all have `TestSupport`.
///
/// They compute little themselves: beside an optimised program they are built sooner as they stand.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: dependencies + ["TestSupport"],
    exclude: exclude,
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")

let package = Package(
  name: "fathom",
  products: [.executable(name: "fathom", targets: ["fathom"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    // C and C++
    shim("CKernels", exact),
    shim("CLibEdit", careful, links: ["edit", "tinfo", "bsd", "md"]),
    shim("CArchive", careful),
    shim("CTOML"),
    shim("CCommonMark", links: ["cmark-gfm-extensions", "cmark-gfm"]),
    // Pure
    module("TerminalText"),
    module("DeepNetworks", ["CKernels", bigInt], optimised: true),
    module("Plotting", ["TerminalText", "CKernels"], optimised: true),
    module("Notebooks", ["DeepNetworks", "Plotting", "TerminalText"], optimised: true),
    module("Lessons", ["CTOML", "CCommonMark", "TerminalText"]),
    module("Sessions", ["DeepNetworks", "Lessons", "Notebooks", "Plotting", "TerminalText"]),
    module("Transcripts", ["DeepNetworks", "Lessons", "Notebooks", "Sessions", "TerminalText"]),
    module(
      "Pages",
      ["Lessons", "Notebooks", "Plotting", "Sessions", "TerminalText", "Transcripts"]
    ),
    module(
      "Grading",
      ["DeepNetworks", "Lessons", "Pages", "Sessions", "TerminalText", "Transcripts"],
      exclude: ["Schemas"]
    ),
    // Shell
    module("LineEditing", ["CLibEdit"]),
    program(
      "fathom",
      [
        "CArchive", "DeepNetworks", "Grading", "Lessons", "LineEditing", "Notebooks", "Pages",
        "Plotting", "Sessions", "TerminalText", "Transcripts", argumentParser,
      ]
    ),
    // Times the engine beside its peers; no part of the program.
    program(
      "Benchmarks",
      ["DeepNetworks", "Plotting", "TerminalText", "CKernels"],
      at: "Benchmarks",
      exclude: ["README.md", "peers", "statements", "figure.fathom", "lecture.fathom"]
    ),
    // What tests share: values and files, the real program and its terminals; sessions played
    shim("CPseudoTerminal", careful, at: "Tests/CPseudoTerminal", exclude: []),
    shim(
      "CKernelBits",
      exact,
      on: ["CKernels"],
      at: "Tests/CKernelBits",
      exclude: ["bits.txt", "main.c"]
    ),
    support("TestSupport", ["CPseudoTerminal"], exclude: ["Lessons"]),
    support("SessionSupport", ["Lessons", "Sessions", "TestSupport", "Transcripts"]),
    program("LineEditingProbe", ["LineEditing"], at: "Tests/LineEditingProbe", exclude: []),
    // Tests of a module
    tests("CKernels", ["CKernelBits", "CKernels"]),
    tests("TerminalText", ["TerminalText"]),
    tests(
      "DeepNetworks",
      ["CKernels", "DeepNetworks", bigInt],
      exclude: ["activations.txt", "spectra.json", "values.json"]
    ),
    tests("Plotting", ["Plotting", "TerminalText"], exclude: ["Goldens"]),
    tests("LineEditing", ["LineEditing", "LineEditingProbe"]),
    tests(
      "Notebooks",
      ["DeepNetworks", "Notebooks", "Plotting", "TerminalText"],
      exclude: ["estimates.tsv"]
    ),
    tests("Lessons", ["Lessons", "TerminalText"]),
    tests(
      "Sessions",
      ["DeepNetworks", "Lessons", "Notebooks", "SessionSupport", "Sessions", "TerminalText"]
    ),
    tests(
      "Transcripts",
      ["Lessons", "Notebooks", "SessionSupport", "Sessions", "TerminalText", "Transcripts"]
    ),
    tests("Pages", ["Lessons", "Pages", "SessionSupport", "Sessions", "Transcripts"]),
    tests("Grading", ["Grading", "Lessons", "SessionSupport", "Sessions", "Transcripts"]),
    tests("Audit", ["Lessons", "Sessions"]),
    // Tests of the program, and of the sources alone
    tests("Command", ["fathom", "Lessons", "SessionSupport"], exclude: ["Schemas"]),
    tests("Terminal", ["fathom"]),
    tests("House", []),
  ],
  cxxLanguageStandard: .cxx17
)

// `scripts/test NAME` builds the tests of one module and nothing else.
if let name = Context.environment["FATHOM_TESTS"] {
  package.targets.removeAll { $0.type == .test && $0.name != "\(name)Tests" }
}

// The fuzzer needs the compiler's own runtime, so it is here only when scripts/fuzz asks for it.
if Context.environment["FATHOM_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzer",
      dependencies: [
        "DeepNetworks", "Lessons", "Notebooks", "Sessions", "TerminalText", "Transcripts",
      ],
      path: "Tests/Fuzzer",
      exclude: ["words.dict"],
      swiftSettings: strict + [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    )
  )
}
