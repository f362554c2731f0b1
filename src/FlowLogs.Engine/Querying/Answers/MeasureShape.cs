using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Makes a class for the rows of each list of columns that is asked for, with a property for each. An object of a class is a
/// hundred times cheaper than one that carries its properties with it, and an answer may have millions.
/// </summary>
internal static class MeasureShape
{
    private const string Name = "FlowLogs.Measures";

    // The classes stay as long as the process, as all that PowerShell remembers of them does.
    private static readonly Dictionary<string, Func<FlowMeasure>> Known = new(StringComparer.Ordinal);

    private static readonly ModuleBuilder Module =
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(Name), AssemblyBuilderAccess.Run).DefineDynamicModule(Name);

    private static readonly MethodInfo Getter = typeof(FlowMeasure).GetMethod("Get", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>What makes rows with some columns. Any thread may ask.</summary>
    public static Func<FlowMeasure> Of(IReadOnlyList<FlowColumn> columns)
    {
        var key = string.Join('\n', columns.Select(static column => $"{column.ValueType} {column.Name}"));
        lock (Known)
        {
            if (!Known.TryGetValue(key, out var make))
            {
                var name = typeof(FlowMeasure).FullName + (Known.Count + 1).ToString(CultureInfo.InvariantCulture);
                make = Expression.Lambda<Func<FlowMeasure>>(Expression.New(MakeClass(name, columns))).Compile();
                Known.Add(key, make);
            }

            return make;
        }
    }

    private static Type MakeClass(string name, IReadOnlyList<FlowColumn> columns)
    {
        var made = Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(FlowMeasure));
        for (var i = 0; i < columns.Count; i++)
            AddProperty(made, columns[i], i);
        return made.CreateType();
    }

    private static void AddProperty(TypeBuilder made, FlowColumn column, int index)
    {
        const MethodAttributes Attributes = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var type = column.ValueType;
        var getter = made.DefineMethod($"get_{column.Name}", Attributes, type, Type.EmptyTypes);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldc_I4, index);
        code.Emit(OpCodes.Call, Getter.MakeGenericMethod(type));
        code.Emit(OpCodes.Ret);
        made.DefineProperty(column.Name, PropertyAttributes.None, type, parameterTypes: null).SetGetMethod(getter);
    }
}
