using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AffiliateStudio.Tests.Architecture;

/// <summary>
/// What each type of the built product uses, read from the assembly itself: base types, signatures, attributes and method bodies, compiler-made code included.
/// Nested types count as their outermost type.
/// </summary>
internal sealed class AssemblyGraph
{
    private static readonly FrozenDictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value & 0xFFFF);

    private readonly Dictionary<string, TypeNode> _types = new(StringComparer.Ordinal);
    private readonly MetadataReader _reader;
    private readonly PEReader _image;
    private readonly TypeNames _names;

    private AssemblyGraph(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
        _names = new TypeNames(_reader);
        foreach (var handle in _reader.TypeDefinitions)
        {
            ReadType(handle);
        }
    }

    /// <summary>The product.</summary>
    public static AssemblyGraph Product { get; } = new(new PEReader(File.OpenRead(typeof(Program).Assembly.Location)));

    /// <summary>The outermost types of the product's own namespaces.</summary>
    public IReadOnlyCollection<TypeNode> Types => _types.Values;

    private void ReadType(TypeDefinitionHandle handle)
    {
        var definition = _reader.GetTypeDefinition(handle);
        var name = _names.Outermost(handle);
        if (!name.StartsWith("AffiliateStudio.", StringComparison.Ordinal))
        {
            return;
        }

        if (!_types.TryGetValue(name, out var node))
        {
            _types[name] = node = new TypeNode(name);
        }

        Use(node, definition.BaseType);
        foreach (var implemented in definition.GetInterfaceImplementations())
        {
            Use(node, _reader.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in definition.GetFields())
        {
            node.Use(_reader.GetFieldDefinition(field).DecodeSignature(_names, null));
        }

        foreach (var attribute in definition.GetCustomAttributes())
        {
            UseMember(node, _reader.GetCustomAttribute(attribute).Constructor);
        }

        foreach (var method in definition.GetMethods())
        {
            ReadMethod(node, _reader.GetMethodDefinition(method));
        }
    }

    private void ReadMethod(TypeNode node, MethodDefinition method)
    {
        var signature = method.DecodeSignature(_names, null);
        node.Use(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            node.Use(parameter);
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, null))
            {
                node.Use(local);
            }
        }

        ReadInstructions(node, body.GetILReader());
    }

    private void ReadInstructions(TypeNode node, BlobReader il)
    {
        while (il.RemainingBytes > 0)
        {
            int value = il.ReadByte();
            if (value == 0xFE)
            {
                value = 0xFE00 | il.ReadByte();
            }

            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok:
                    var token = MetadataTokens.EntityHandle(il.ReadInt32());
                    Use(node, token);
                    UseMember(node, token);
                    break;
                case OperandType.InlineSwitch:
                    var branches = il.ReadInt32();
                    il.Offset += branches * 4;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                default:
                    il.Offset += 4;
                    break;
            }
        }
    }

    private void Use(TypeNode node, EntityHandle handle)
    {
        if (handle.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification && !handle.IsNil)
        {
            node.Use(_names.Of(handle));
        }
    }

    private void UseMember(TypeNode node, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                node.Use(_names.Of(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                node.Use(_names.Of(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                Use(node, member.Parent);
                if (member.Parent.Kind == HandleKind.TypeReference)
                {
                    node.UseMember(_names.Of(member.Parent).First() + "::" + _reader.GetString(member.Name));
                }

                break;
            case HandleKind.MethodSpecification:
                var specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                UseMember(node, specification.Method);
                foreach (var argument in specification.DecodeSignature(_names, null))
                {
                    node.Use(argument);
                }

                break;
        }
    }
}
