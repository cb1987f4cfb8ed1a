// What scripts/bench runs on our side; tab-separated lines. Without a word the kernels, dgemm and all
// cases in process; with names those cases alone. `once CASE [RUNS]` times nothing, for instruments;
// `draw 1e6` prints a figure, for times of the whole process.
import DeepNetworks
import Plotting
import TerminalText

let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "check":
  for check in try Checks.all() { print("\(check.name)\t\(check.value)") }
case "scaling":
  for row in try Scaling.rows() { print("\(row.what)\t\(row.milliseconds)") }
case "figures":
  for item in Figures.all {
    print("\(item.name)\t\(try item.median())\t\(item.what)")
  }
case "once":
  for (name, make) in Cases.all where words.contains(name) {
    let item = try make()
    for _ in 0..<(Int(words.last ?? "") ?? 1) { try item.work() }
  }
case "draw":
  print(Figures.million.rendered(columns: 72, rows: 20).encoded(as: .plain))
default:
  if words.isEmpty {
    print("isa\t0\t\(Engine.instructionSet)")
    print("dgemm\t\(try Peak.gigaflops())\t")
  }
  for (name, make) in Cases.all where words.isEmpty || words.contains(name) {
    let item = try make()
    print("\(item.name)\t\(try item.median())\t\(item.what)")
  }
}
