// Times the cases of Benchmarks/README.md and prints one tab-separated line for each; with `check`
// the numbers that the peers must agree on. scripts/bench runs it beside them.
import DeepNetworks

if CommandLine.arguments.contains("check") {
  for check in try Checks.all() { print("\(check.name)\t\(check.value)") }
} else {
  print("isa\t\(Engine.instructionSet)\t")
  let wanted = CommandLine.arguments.dropFirst()
  for (name, make) in Cases.all where wanted.isEmpty || wanted.contains(name) {
    let item = try make()
    print("\(item.name)\t\(try item.median())\t\(item.what)")
  }
}
