import DeepNetworks
import Notebooks
import Plotting
import TerminalText

// `:point`: a mark in a figure that was shown, and what stands there.
extension Session {
  /// The figure with the mark; where nothing stands there, or nobody looks, the sentence alone.
  mutating func pointed(
    _ place: PointedPlace.Kind,
    in figure: FigureShown
  ) -> Shown {
    let meter = asked
    do throws(Misplaced) {
      let mark = try mark(place, meter)
      let shown = try shown(figure)
      guard case .figure(var output) = shown else { return .output(shown) }
      output.figure = output.figure.with(figure.watch.guess)
      output.figure.marks = [mark]
      let sentences = output.figure.pointings.joined(separator: " ")
      guard output.figure.covers(mark), settings.figures != .text else {
        return .message(StyledText(sentences))
      }
      return .output(.figure(output))
    } catch {
      switch error {
      case .failure(let failure): return .failure(failure)
      case .noNumber(let text, let kind):
        return Sentence.noPlace(text, kind: kind).shown
      case .unreadable(let text): return Sentence.unreadablePlace(text).shown
      }
    }
  }

  /// Why a place is none.
  private enum Misplaced: Error {
    case failure(Failure)
    case noNumber(String, kind: String)
    case unreadable(String)
  }

  /// As it was shown, with what it showed before a change.
  private mutating func shown(_ figure: FigureShown) throws(Misplaced) -> Output {
    do throws(Failure) {
      return try comparedOutput(of: figure)
    } catch {
      throw .failure(error)
    }
  }

  private func mark(
    _ place: PointedPlace.Kind,
    _ meter: Meter
  ) throws(Misplaced) -> Plotting.Mark {
    switch place {
    case .x(let x): return .x(try number(x, meter).double)
    case .value(let level):
      let level = try number(level, meter)
      return .value(Sample(significand: level.hi, tail: level.lo, exponent: level.exponent))
    case .cell(let x, let y):
      return .cell(x: try number(x, meter).double, y: try number(y, meter).double)
    }
  }

  /// A number, or what a name of the notebook or arithmetic comes to.
  private func number(_ text: String, _ meter: Meter) throws(Misplaced) -> Extended {
    switch notebook.worked(text, meter) {
    case .success(.number(let number)): return number
    case .success(let value): throw .noNumber(text, kind: value.kind)
    case .failure(let failure):
      if case .syntax = failure.problem { throw .unreadable(text) }
      throw .failure(failure)
    }
  }
}
