import DeepNetworks
import Plotting

/// The cells of a heatmap as they are worked out, row by row.
struct Surface {
  let caption: String
  private let parameters: [FigureBuilder.Parameter]
  private var numbers: [Extended] = []
  /// Why a cell holds no number, by its place.
  private var reasons: [Int: String] = [:]
  private var lists: [PerLayer] = []
  private var matrix: Matrix?

  init(_ parameters: [FigureBuilder.Parameter], _ caption: String) {
    self.parameters = parameters
    self.caption = caption
  }

  /// Takes the value of a cell, or of a row of them; false where it is no number.
  mutating func take(_ value: Value) -> Bool {
    switch value {
    case .number(let number): numbers.append(number)
    case .never(let never):
      reasons[numbers.count] = never.word
      numbers.append(.nan)
    case .vector(let vector) where vector.count == 1: numbers.append(vector[0])
    case .layers(let list) where list.numbers.count == list.elements.count: lists.append(list)
    case .matrix(let matrix): self.matrix = matrix
    case .truth, .text, .range, .vector, .network, .layers, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return false
    }
    return true
  }

  struct Result {
    var values: Heatmap
    var xLabel: String
    var xIsInteger: Bool
  }

  /// nil where what was taken has not two directions.
  func heatmap(_ stored: StoredFormat?) -> Result? {
    switch parameters.count {
    case 2 where !numbers.isEmpty: numbersOverTwo(stored)
    case 1 where !lists.isEmpty: layersOverOne(stored)
    case 0: entries
    default: nil
    }
  }

  private func numbersOverTwo(_ stored: StoredFormat?) -> Result? {
    let width = parameters[0].values.count
    let rows = stride(from: 0, to: numbers.count, by: width).map { start in
      (start..<min(numbers.count, start + width)).map { cell in
        var sample = Sample(numbers[cell], in: stored)
        sample.word = reasons[cell]
        return sample
      }
    }
    return Result(
      values: Heatmap(
        x: parameters[0].values.map(\.double),
        y: parameters[1].values.map(\.double),
        yLabel: parameters[1].name,
        yIsInteger: parameters[1].isWhole,
        valueLabel: caption,
        values: rows
      ),
      xLabel: parameters[0].name,
      xIsInteger: parameters[0].isWhole
    )
  }

  private func layersOverOne(_ stored: StoredFormat?) -> Result? {
    guard let first = lists.first, !first.elements.isEmpty,
      lists.allSatisfy({ $0.first == first.first && $0.last == first.last })
    else { return nil }
    return Result(
      values: Heatmap(
        x: (first.first...first.last).map(Double.init),
        y: parameters[0].values.map(\.double),
        yLabel: parameters[0].name,
        yIsInteger: parameters[0].isWhole,
        valueLabel: caption,
        values: lists.map { list in list.numbers.map { Sample($0, in: stored) } }
      ),
      xLabel: first.axis.word,
      xIsInteger: true
    )
  }

  private var entries: Result? {
    guard let matrix else { return nil }
    return Result(
      values: Heatmap(
        x: (1...matrix.columns).map(Double.init),
        // As a matrix is written, its first row on top.
        y: (1...matrix.rows).reversed().map(Double.init),
        yLabel: "row",
        yIsInteger: true,
        valueLabel: caption,
        values: (0..<matrix.rows).reversed().map { row in
          (0..<matrix.columns).map { Sample(matrix[row, $0]) }
        }
      ),
      xLabel: "column",
      xIsInteger: true
    )
  }
}
